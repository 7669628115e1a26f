/* Asks what is held that half-day again as the date, the place or the theme changes. */
(() => {
  const TOLD = ["start_date", "start_time", "end_date", "end_time", "venue", "concertation", "themes"];
  const PAUSE = 300;

  const asked = (panel, form) => {
    const facts = [...new FormData(form)].filter(([name, value]) => TOLD.includes(name) && value);
    return new URLSearchParams([...facts, ["meeting", panel.dataset.meeting]]);
  };

  const watch = (panel) => {
    const form = panel.closest("form");
    let before = asked(panel, form).toString();
    let waiting;
    const ask = async () => {
      const query = asked(panel, form).toString();
      if (query === before) return;
      before = query;
      const answer = await fetch(`${panel.dataset.doubleBooking}?${query}`);
      // What was asked meanwhile is answered by the next one.
      if (answer.ok && query === before) panel.innerHTML = await answer.text();
    };
    const askSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    };
    form.addEventListener("change", askSoon);
    form.addEventListener("input", askSoon);
    // A chooser tells nobody when it is emptied by its button.
    form.addEventListener("click", askSoon);
  };

  const start = () => document.querySelectorAll("[data-double-booking]").forEach(watch);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
