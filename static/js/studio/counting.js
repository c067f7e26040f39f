// How many there are, in the page's words.

/** The words for this number, of `forms` by plural form (`{one, other, …}`, as `data-one` and `data-other` tell them). */
export function counted(forms, number) {
  const language = document.documentElement.lang;
  const words = forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  return words.replace("{number}", new Intl.NumberFormat(language).format(number));
}
