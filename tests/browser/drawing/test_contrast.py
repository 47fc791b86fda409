"""Words can be read against their ground: 4.5 to 1 at least, in both themes (figures: charts/frame/test_colors.py)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.look import open_page

# Words outside figures and drawn tables whose contrast is too low; what is invisible (1.0) is meant to be.
FAINT = """() => {
  const parse = (text) => {
    const n = text.match(/[\\d.]+/g).map(Number), unit = text.startsWith('color(') ? 255 : 1;
    return [n[0] * unit, n[1] * unit, n[2] * unit, n[3] ?? 1];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const light = (colour) => {
    const [r, g, b] = colour.map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [], apart = 'svg, canvas, style, script, [data-testid="stDataFrame"], [data-testid="stIconMaterial"]';
  const walk = document.createTreeWalker(document.querySelector('[data-testid="stApp"]'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement, words = walk.currentNode.textContent.trim();
    if (!words || !element.getClientRects().length || element.closest(apart)) continue;
    let ground = [255, 255, 255], opacity = 1;
    const chain = [];
    for (let e = element; e; e = e.parentElement) chain.unshift(getComputedStyle(e));
    for (const style of chain) {
      ground = over(parse(style.backgroundColor), ground);
      opacity *= Number(style.opacity);
    }
    const ink = parse(getComputedStyle(element).color);
    const two = [light(over([...ink.slice(0, 3), ink[3] * opacity], ground)), light(ground)];
    const ratio = (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
    if (ratio > 1.05 && ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${words.slice(0, 40)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("colour_scheme", ["light", "dark"], indirect=True)
def test_words_outside_figures_can_be_read(page: Page, colour_scheme: str) -> None:
    for address in ("", "states", "sources"):
        open_page(page, address)
        assert page.evaluate(FAINT) == []
