// Reads the text of a page aloud where the browser has a Vietnamese voice; elsewhere nothing appears.
(() => {
  const place = document.querySelector("[data-read-aloud]");
  const speech = window.speechSynthesis;
  if (!place || !speech) return;
  const text = document.getElementById(place.dataset.readAloud);
  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith("vi"));
  // Browsers stop by themselves in the middle of what is long, so it is said in sentences.
  const sentences = () => text.textContent.match(/[^.;:!?\n]+[.;:!?\n]*/g) || [];
  const offer = () => {
    if (place.firstChild || !voice()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button-outlined";
    let reading = 0;
    const show = (on) => { button.textContent = on ? place.dataset.stop : place.dataset.start; };
    const stop = () => { reading += 1; speech.cancel(); show(false); };
    const start = () => {
      const mine = (reading += 1);
      const left = sentences();
      const next = () => {
        if (mine !== reading) return;
        const sentence = left.shift();
        if (!sentence) { stop(); return; }
        const said = new SpeechSynthesisUtterance(sentence.trim());
        said.lang = "vi-VN";
        said.voice = voice();
        said.onend = said.onerror = next;
        speech.speak(said);
      };
      show(true);
      next();
    };
    button.addEventListener("click", () => (speech.speaking ? stop() : start()));
    window.addEventListener("pagehide", stop);
    show(false);
    place.append(button);
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
})();
