// All works, a page at a time, and a search in them.

import { listWorks } from "../client.js";
import { counted, make, picture } from "../making.js";

const PAGE = 24;

export async function worksView({ query }) {
  const search = query.get("search") ?? "";
  const page = Number(query.get("page") ?? 1);
  const works = await listWorks({ search, page, page_size: PAGE, ordering: "-date", is_mature: false });
  const list = make("ul", { class: "works" }, ...works.results.map(card));
  const none = make("p", {}, search ? "No work answers to that." : "No works yet.");
  return [make("h1", {}, "Works"), searching(search), works.count ? list : none, paging(works, { search, page })];
}

function searching(search) {
  const input = make("input", { id: "search", type: "search", name: "search", value: search });
  const find = (event) => {
    event.preventDefault();
    location.hash = address({ search: input.value });
  };
  return make("form", { role: "search", class: "row", onsubmit: find },
    make("label", { for: "search" }, "Search"), input, make("button", {}, "Find"));
}

function card(work) {
  const facts = `${counted(work.like_count, "like")}, ${counted(work.comment_count, "comment")}`;
  return make("li", {},
    make("a", { href: `#/works/${work.id}` }, picture(work, "small", { loading: "lazy", alt: "" }), make("b", {}, work.title)),
    make("span", {}, work.artist.artist_name || work.artist.username),
    make("small", {}, facts));
}

function paging({ next, previous, count }, { search, page }) {
  if (!next && !previous) return make("p", { class: "hint" }, counted(count, "work"));
  return make("nav", { class: "row", "aria-label": "Pages" },
    previous && make("a", { href: address({ search, page: page - 1 }), rel: "prev" }, "Newer"),
    make("span", {}, `${page} of ${Math.ceil(count / PAGE)}`),
    next && make("a", { href: address({ search, page: page + 1 }), rel: "next" }, "Older"));
}

function address({ search, page }) {
  const query = new URLSearchParams({ ...(search && { search }), ...(page > 1 && { page }) });
  return query.size ? `#/?${query}` : "#/";
}
