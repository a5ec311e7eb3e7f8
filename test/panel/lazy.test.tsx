// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { createNotices } from '../../src/panel/store/notices.ts'
import { Lazy } from '../../src/panel/views/lazy.tsx'

afterEach(cleanup)

test('a view is shown once it was fetched', async () => {
  const load = async () => (props: { name: string }) => <p>hello {props.name}</p>
  render(<Lazy load={load} props={{ name: 'you' }} notices={createNotices()} />)
  expect((await screen.findByText('hello you')).tagName).toBe('P')
})

test('a view that cannot be fetched is said in a notice', async () => {
  const notices = createNotices()
  const load = () => Promise.reject(new Error('it is gone'))
  render(<Lazy load={load} props={{}} notices={notices} />)
  await expect.poll(() => notices.list.value[0]?.text).toContain('it is gone')
})
