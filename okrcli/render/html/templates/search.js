"use strict";
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const field = document.getElementById("words");
  const count = document.getElementById("count");
  const items = [...document.querySelectorAll(".found li")].map((item) => [item, plain(item.textContent)]);
  const sections = [...document.querySelectorAll(".found")];
  const narrow = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
    count.textContent = words.length ? `${shown} found` : "";
  };
  document.getElementById("search").hidden = false;
  field.addEventListener("input", narrow);
})();
