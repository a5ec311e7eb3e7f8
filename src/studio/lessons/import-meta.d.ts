/** What Vite makes of a pattern: each file that it finds, by its path from here. */
interface ImportMeta {
  glob<T>(pattern: string, options: { eager: true; import: 'default' }): Record<string, T>
}
