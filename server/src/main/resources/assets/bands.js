// What lies behind the lines of a chart: gaps, shaded, and the levels at which a rule fires.
const behindTheLines = (gaps, levels, colour) => {
  const shadeGaps = (u) => {
    const { ctx, bbox } = u;
    ctx.fillStyle = colour('--cmm-silent-soft');
    for (const gap of gaps()) {
      const left = Math.max(bbox.left, u.valToPos(gap.from, 'x', true));
      const right = Math.min(bbox.left + bbox.width, u.valToPos(gap.to, 'x', true));
      if (right > left) ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
    }
  };

  const drawLevels = (u) => {
    const { ctx, bbox } = u;
    for (const level of levels) {
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

  return { hooks: { drawClear: [shadeGaps], draw: [drawLevels] } };
};
