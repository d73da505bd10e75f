// What lies behind the lines of a chart: gaps, shaded and named; alerts, tinted; the levels at which a rule fires.
const behindTheLines = (chart, colour) => {
  const LEAST_FOR_A_NAME = 90;

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
    chart.alerts.forEach((alert) => fill(u, alert.from, alert.to, `--cmm-${alert.severity}`, 0.1));
    chart.gaps.forEach((gap) => nameGap(u, gap, fill(u, gap.from, gap.to, '--cmm-gap', 1)));
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

  return { hooks: { drawClear: [shade], draw: [drawLevels] } };
};
