/** The part of the library's adapter that is used here. */
export interface SignInAdapter {
  deleteMany(query: { model: string; where: { field: string; value: string }[] }): Promise<number>
}

/**
 * Anyone may sign up with any address, so an account whose address was never confirmed may have been made by somebody
 * else. Whoever then proves the mailbox, by a mailed link or a new password, gets it without that person's passkeys.
 * (The library itself takes the password and the sessions away.) A second factor stays: it only ever asks for more.
 */
export async function forgetUnproven(adapter: SignInAdapter, userId: string): Promise<void> {
  await adapter.deleteMany({ model: 'passkey', where: [{ field: 'userId', value: userId }] })
}
