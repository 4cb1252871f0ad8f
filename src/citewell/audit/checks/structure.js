// What a screen reader says first, as plain facts.
() => {
    const all = selector => [...document.querySelectorAll(selector)], ids = all('[id]').map(each => each.id);
    const count = selector => all(selector).length;
    return {
        language: document.documentElement.lang,
        title: document.title,
        headings: all('h1').map(each => each.innerText.trim()),
        levels: all('h1,h2,h3,h4,h5,h6').map(each => Number(each.tagName[1])),
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        astray: all('a[href^="#"]').map(each => each.getAttribute('href').slice(1))
            .filter(id => id && !ids.includes(decodeURIComponent(id)) && !ids.includes(id)),
        landmarks: {
            main: count('main'), banner: count('body > header'), footer: count('body > footer'), navigation: count('nav'),
        },
        unnamed: all('nav').filter(each => !each.ariaLabel && !each.getAttribute('aria-labelledby')).length,
        home: count('article.on-home') > 0,
    };
}
