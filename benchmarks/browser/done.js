(quiet) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const now = performance.now();
  if (!window.ran && now - window.clicked < 6 * quiet) return null;
  if (!window.came || app?.dataset.testScriptState !== 'notRunning' || now - window.came < quiet) return null;
  if (document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')) return null;
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return charts.every((chart) => chart.querySelector('.main-svg')) ? window.came - window.clicked : null;
}
