(title) => {
  window.watching?.disconnect();
  const links = [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')];
  const link = links.find((one) => one.innerText.trim().split("\n").pop() === title);
  window.clicked = performance.now();
  window.came = 0;
  window.ran = false;
  window.watching = new MutationObserver((seen) => {
    const inside = (node) => (node.closest ? node : node.parentElement)?.closest('[data-testid="stMain"]');
    if (seen.some(({ type, target }) => type !== "attributes" && inside(target))) window.came = performance.now();
    if (document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning") window.ran = true;
  });
  window.watching.observe(document.body, {
    childList: true, characterData: true, subtree: true, attributeFilter: ["data-test-script-state"],
  });
  link.click();
}
