import { contract } from '../../kernel/operation.ts'

export const booksContract = contract('books', {})
