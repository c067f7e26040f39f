// One work: its picture, its facts, and what a person does to it and to its artist.

import { follow, getArtist, getWork, likeWork } from "../client.js";
import { counted, make, picture, tell } from "../making.js";
import { session } from "../session.js";
import { conversation } from "./comments.js";
import { signedIn } from "./entering.js";

export async function workView({ argument }) {
  const work = await getWork(argument);
  const artist = await getArtist(work.artist.id);
  const deeds = make("p", { class: "row" }, liking(work), session.person?.id === artist.id ? null : following(work, artist));
  return [
    make("h1", {}, work.title),
    make("p", {}, `by ${work.artist.artist_name || work.artist.username}`),
    picture(work, "large", { class: "shown" }),
    deeds,
    facts(work),
    make("p", { class: "written" }, work.description),
    make("p", {}, make("a", { href: work.url }, "The same work on Atelier")),
    await conversation(work),
  ];
}

function facts(work) {
  const price = work.price && new Intl.NumberFormat("en", { style: "currency", currency: work.currency }).format(work.price);
  const known = { Made: work.creation_date, Medium: work.medium, Size: work.dimensions, Price: price, Standing: work.availability_status };
  const rows = Object.entries(known).filter(([, value]) => value);
  return make("dl", {}, ...rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function liking(work) {
  return switching({
    on: work.is_liked,
    words: (on, count) => `${on ? "Liked" : "Like"} · ${counted(count, "like")}`,
    count: work.like_count,
    turn: async (on) => {
      const { liked, like_count } = await likeWork(work.id, on);
      return [liked, like_count];
    },
  });
}

function following(work, artist) {
  const name = work.artist.artist_name || work.artist.username;
  return switching({
    on: artist.is_following,
    words: (on, count) => `${on ? "Following" : "Follow"} ${name} · ${counted(count, "follower")}`,
    count: artist.follower_count,
    turn: async (on) => {
      const answer = await follow(artist.id, on);
      return [answer.following, answer.follower_count];
    },
  });
}

/** A button that is pressed or not; `turn(on)` asks the site for it and gives `[on, count]` as they are then. */
function switching({ on, count, words, turn }) {
  const button = make("button", { "aria-pressed": String(on) }, words(on, count));
  button.addEventListener("click", () => {
    const wanted = button.getAttribute("aria-pressed") !== "true";
    signedIn(() => turn(wanted)).then(([now, number]) => {
      button.setAttribute("aria-pressed", String(now));
      button.textContent = words(now, number);
    }).catch((refusal) => tell(refusal.message));
  });
  return button;
}
