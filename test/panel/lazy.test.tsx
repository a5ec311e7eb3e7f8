// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { lazy } from '../../src/panel/views/lazy.tsx'

afterEach(cleanup)

test('a view is shown once it was fetched, and at once from then on', async () => {
  let fetched = 0
  const Hello = lazy(async () => {
    fetched += 1
    return (props: { name: string }) => <p>hello {props.name}</p>
  })
  render(<Hello name="you" />)
  expect((await screen.findByText('hello you')).tagName).toBe('P')
  cleanup()
  render(<Hello name="me" />)
  expect(screen.getByText('hello me').tagName).toBe('P')
  expect(fetched).toBe(1)
})

test('in place of a view that cannot be fetched stands what to do', async () => {
  const Gone = lazy(() => Promise.reject(new Error('it is gone')))
  render(<Gone />)
  expect((await screen.findByText(/cannot be loaded/)).textContent).toContain('Close DevTools')
})
