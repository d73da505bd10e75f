// What lies behind the lines of a chart: gaps, shaded and named; alerts, tinted, with the shape of their severity and
// their number, if they have one; the levels at which a rule fires.
const behindTheLines = (chart, colour) => {
  const LEAST_FOR_A_NAME = 90;
  const STRENGTH = { critical: 0.12, warning: 0.1, info: 0.05 };

  const stretch = (u, from, to) => {
    const { left, width } = u.bbox;
    const start = Math.max(left, u.valToPos(from, 'x', true));
    const end = Math.min(left + width, u.valToPos(to, 'x', true));
    return { start, width: Math.max(devicePixelRatio, end - start), seen: end > left && start < left + width && end >= start };
  };

  const fill = (u, from, to, tone, strength) => {
    const place = stretch(u, from, to);
    if (!place.seen) return place;
    u.ctx.save();
    u.ctx.globalAlpha = strength;
    u.ctx.fillStyle = colour(tone);
    u.ctx.fillRect(place.start, u.bbox.top, place.width, u.bbox.height);
    u.ctx.restore();
    return place;
  };

  const nameGap = (u, gap, place) => {
    if (!place.seen || place.width < LEAST_FOR_A_NAME * devicePixelRatio) return;
    u.ctx.save();
    u.ctx.fillStyle = colour('--cmm-quiet');
    u.ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
    u.ctx.textAlign = 'center';
    u.ctx.fillText(chart.nameOf(gap), place.start + place.width / 2, u.bbox.top + u.bbox.height * 0.45, place.width);
    u.ctx.restore();
  };

  const shade = (u) => {
    chart.alerts.forEach((alert) => fill(u, alert.from, alert.to, `--cmm-${alert.severity}`, STRENGTH[alert.severity]));
    chart.gaps.forEach((gap) => nameGap(u, gap, fill(u, gap.from, gap.to, '--cmm-gap', 1)));
  };

  const SHAPES = {
    critical: (ctx, x, y, size) => {
      ctx.fillRect(x, y, size, size);
      ctx.strokeStyle = colour('--cmm-surface');
      ctx.lineWidth = size / 7;
      ctx.beginPath();
      [[0.27, 0.73], [0.73, 0.27]].forEach(([from, to]) => { ctx.moveTo(x + size * from, y + size * 0.27); ctx.lineTo(x + size * to, y + size * 0.73); });
      ctx.stroke();
    },
    warning: (ctx, x, y, size) => {
      ctx.beginPath();
      ctx.moveTo(x + size / 2, y);
      ctx.lineTo(x + size, y + size);
      ctx.lineTo(x, y + size);
      ctx.fill();
    },
    info: (ctx, x, y, size) => {
      ctx.beginPath();
      ctx.arc(x + size / 2, y + size / 2, size / 2.3, 0, 2 * Math.PI);
      ctx.lineWidth = size / 7;
      ctx.stroke();
    },
  };

  // Along the upper edge: an alert that has no room beside the one before keeps its tint and its row.
  const markAlerts = (u) => {
    const { ctx, bbox } = u;
    const size = 9 * devicePixelRatio;
    let free = bbox.left;
    ctx.save();
    ctx.font = `600 ${10.5 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    ctx.setLineDash([]);
    for (const alert of chart.alerts) {
      const place = stretch(u, alert.from, alert.to);
      const text = alert.number ? String(alert.number) : '';
      const width = size + (text ? 2 * devicePixelRatio + ctx.measureText(text).width : 0);
      const x = Math.min(place.start + devicePixelRatio, bbox.left + bbox.width - width);
      if (!place.seen || x < free) continue;
      const y = bbox.top + 3 * devicePixelRatio;
      ctx.fillStyle = ctx.strokeStyle = colour(`--cmm-${alert.severity}`);
      SHAPES[alert.severity](ctx, x, y, size);
      ctx.fillStyle = colour(`--cmm-${alert.severity}`);
      if (text) ctx.fillText(text, x + size + 2 * devicePixelRatio, y + size / 2 + devicePixelRatio / 2);
      free = x + width + 3 * devicePixelRatio;
    }
    ctx.restore();
  };

  const drawLevels = (u) => {
    const { ctx, bbox } = u;
    for (const level of chart.levels) {
      const y = Math.round(u.valToPos(level.value, 'y', true)) + 0.5;
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.save();
      ctx.strokeStyle = colour(`--cmm-${level.severity}`);
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([3 * devicePixelRatio, 4 * devicePixelRatio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.restore();
    }
  };

  return { hooks: { drawClear: [shade], draw: [drawLevels, markAlerts] } };
};
