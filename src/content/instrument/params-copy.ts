/** A copy of a dispatch's arguments, bounded in members and one deep, made only where no wire carries them. */
import { firstMembers } from './first-members.ts'
import { isObject, stringify } from './pristine.ts'

/** JSON text. What is no plain value (lists, elements, functions) stands as `"‹object›"`, a bigint as its digits. */
export const copyParams = (params: unknown): string =>
  stringify(
    firstMembers(params, (member) =>
      isObject(member) ? '‹object›' : typeof member === 'bigint' ? `${member}` : member,
    ),
  )
