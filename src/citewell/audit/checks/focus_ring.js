// Whatever has the focus, in turn: [contrast of its ring with what lies around it, width of the ring in pixels, name].
() => {
    const stops = [...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex]')]
        .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true}));
    const before = document.activeElement;
    const found = stops.map(each => {
        each.focus({focusVisible: true, preventScroll: true});
        const style = getComputedStyle(each), inside = parseFloat(style.outlineOffset) < 0;  // else what lies around it
        const ring = parse(style.outlineColor).slice(0, 3);
        const width = /none|hidden/.test(style.outlineStyle) ? 0 : parseFloat(style.outlineWidth);
        return [tellContrast(ring, findGround(inside ? each : each.parentElement)), width,
            (each.ariaLabel || each.textContent.trim() || each.name || each.tagName).slice(0, 40)];
    });
    document.activeElement?.blur();
    before?.focus?.({preventScroll: true});
    return found;
}
