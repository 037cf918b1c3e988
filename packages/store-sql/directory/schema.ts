/**
 * The tables of a small application with members and teams, for several customers. Two things are in it for Rollcall's sake,
 * so that a key is carried out once (rule A1): the table `done`, and `creation_key`, under which a member was created and is
 * found again when the same creation is asked for twice.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS member (
    id INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL,
    email TEXT NOT NULL,
    -- The one spelling in which addresses are compared.
    address TEXT NOT NULL,
    -- Waits until its owner has confirmed it.
    pending_email TEXT,
    -- invited, active, revoked or archived.
    status TEXT NOT NULL DEFAULT 'invited',
    -- Whether an invitation was ever accepted: only that gives access.
    accepted INTEGER NOT NULL DEFAULT 0,
    protected INTEGER NOT NULL DEFAULT 0,
    manager_id INTEGER REFERENCES member,
    entity TEXT,
    access TEXT,
    first_name TEXT,
    last_name TEXT,
    preferred_name TEXT,
    job_title TEXT,
    department TEXT,
    team TEXT,
    division TEXT,
    legal_entity TEXT,
    cost_center TEXT,
    work_location TEXT,
    employee_number TEXT,
    phone TEXT,
    start_date TEXT,
    termination_date TEXT,
    -- Null for members added by hand.
    creation_key TEXT,
    UNIQUE (customer_id, address)
  ) STRICT;
  -- Leads to all members of a customer as well: in the order in which they were created, near enough.
  CREATE UNIQUE INDEX IF NOT EXISTS member_by_creation ON member (customer_id, creation_key);

  -- Apart from the members, so that no list of them can show an account. Encrypt the columns in an application of your own.
  CREATE TABLE IF NOT EXISTS bank_account (
    member_id INTEGER PRIMARY KEY REFERENCES member,
    iban TEXT,
    bic TEXT,
    account_number TEXT,
    sort_code TEXT,
    routing_number TEXT,
    holder TEXT,
    currency TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS team (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT,
    lead_id INTEGER REFERENCES member,
    UNIQUE (customer_id, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS team_member (
    team_id INTEGER NOT NULL REFERENCES team ON DELETE CASCADE,
    member_id INTEGER NOT NULL REFERENCES member,
    PRIMARY KEY (team_id, member_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS teams_locked (customer_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS done (
    customer_id TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (customer_id, key)
  ) STRICT, WITHOUT ROWID;
`;
