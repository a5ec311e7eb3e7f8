/** Entry of the tutorial's page script: search tags while typing, pick one, check a title, ask the API, tell of a lost connection. */

import { bindApi } from './ask-api.ts'
import { bindNotices } from './notices.ts'
import { bindTagSearch } from './tag-search.ts'
import { bindTitleCheck } from './title-check.ts'

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E | null

const [connection, failure] = [find('connection'), find('failure')]
if (connection && failure) bindNotices(connection, failure)

const [input, list, note] = [find<HTMLInputElement>('tag-input'), find('tag-suggestions'), find('tag-note')]
if (input && list && note) bindTagSearch(input, list, note)

const [title, titleNote] = [find<HTMLInputElement>('title'), find('title-note')]
if (title && titleNote) bindTitleCheck(title, titleNote)

const [dispatch, ask, answer] = [find('dispatch-popular'), find('ask-popular'), find('popular-answer')]
if (dispatch && ask && answer) bindApi(dispatch, ask, answer)
