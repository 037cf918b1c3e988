import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { answers, badRequestPage } from './answers.ts';
import { findPerson } from './people.ts';

/** `GET /v1/people/{id}/bank-accounts`: the list, where the company keeps one. */
export function readBankAccounts(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  if (request.headers['content-type'] !== undefined) return badRequestPage;
  const person = findPerson(request, company);
  if (person === undefined) return answers.notFound;
  const account = {
    id: String(9_000_000 + person.id),
    bankAccountType: '880450001',
    accountNickname: null,
    bankName: 'Bank of Nowhere',
    branchAddress: null,
    routingNumber: null,
    accountNumber: null,
    bicOrSwift: null,
    iban: person.iban,
    allocation: null,
    amount: null,
    useForBonus: false,
    changedBy: null,
    humanReadable: { bankAccountType: 'Current' },
  };
  return json(200, { values: [account] });
}
