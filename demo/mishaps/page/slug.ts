/** The slug of the page's view, which the page itself must know: djust does not send it. */
export const slug = () => document.body.dataset['slug'] ?? ''
