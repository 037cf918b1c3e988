import { checkRead, discoverFields, fileOf } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { csv } from '../src/index.ts';
import { proposed } from '../src/layout.ts';
import { columnWords } from '../src/words/column-words.ts';
import { fold } from '../src/words/fold.ts';
import { employmentWords, statusWords } from '../src/words/status-words.ts';
import { complaintOf, readFile } from './support/read-file.ts';

describe('words', () => {
  test.each(Object.entries({ columnWords, employmentWords, statusWords }))('%s: no word means two things', (_name, words) => {
    const meanings = new Map<string, Set<string>>();
    for (const [meaning, list] of Object.entries<string>(words))
      for (const word of list.split(';')) meanings.set(fold(word), (meanings.get(fold(word)) ?? new Set()).add(meaning));
    expect([...meanings].filter(([word, found]) => found.size > 1 || word === '')).toEqual([]);
  });

  test('spellings of one word are one word', () => {
    expect(['E-Mail', 'e_mail', ' EMAIL ', 'e.mail'].map(fold)).toEqual(['email', 'email', 'email', 'email']);
    expect(['Prénom', 'Größe', 'Fødselsdato', 'Łódź', 'Œuvre'].map(fold)).toEqual([
      'prenom',
      'grosse',
      'fodselsdato',
      'lodz',
      'oeuvre',
    ]);
  });

  test.each([
    ['English', 'Employee no., First Name, Surname, E-mail address, Status, Start Date, Leaving date, Department, Job Title'],
    ['German', 'Personal-Nr., Vorname, Name, E-Mail geschäftlich, Status, Eintritt, Austritt, Abteilung, Funktion'],
    ['French', 'Matricule, Prénom, Nom, Courriel, Statut, Date d’embauche, Date de départ, Service, Poste'],
    ['Spanish', 'Nº empleado, Nombre, Apellidos, Correo electrónico, Estado, Fecha de alta, Fecha de baja, Departamento, Puesto'],
    ['Italian', 'Matricola, Nome, Cognome, E-mail, Stato, Data assunzione, Data cessazione, Reparto, Mansione'],
    ['Dutch', 'Personeelsnummer, Voornaam, Naam, E-mailadres, Status, In dienst, Uit dienst, Afdeling, Functie'],
    ['Portuguese', 'Matrícula, Nome, Apelido, Email, Situação, Data de admissão, Data de saída, Setor, Cargo'],
    ['Swedish', 'Anställningsnr, Förnamn, Efternamn, E-post, Status, Anställningsdatum, Avgångsdatum, Avdelning, Befattning'],
    ['Danish', 'Medarbejdernr, Fornavn, Efternavn, Arbejdsmail, Status, Ansættelsesdato, Fratrædelsesdato, Afdeling, Stilling'],
    ['Norwegian', 'Ansattnr, Fornavn, Etternavn, E-post, Status, Ansettelsesdato, Fratredelsesdato, Avdeling, Stilling'],
    ['Finnish', 'Henkilönumero, Etunimi, Sukunimi, Sähköposti, Tila, Alkupäivä, Työsuhteen päättymispäivä, Osasto, Nimike'],
    ['Polish', 'Nr pracownika, Imię, Nazwisko, E-mail, Status, Data zatrudnienia, Data zwolnienia, Dział, Stanowisko'],
  ])('the columns of a file in %s are known', (_language, header) => {
    const fields = [
      'employeeNumber',
      'firstName',
      'lastName',
      'workEmail',
      'status',
      'startDate',
      'terminationDate',
      'department',
      'jobTitle',
    ];
    expect(proposed(header.split(', '))).toEqual(fields);
  });

  test('half of a name is that half, unless another column is', () => {
    expect(proposed(['Name', 'Vorname'])).toEqual(['lastName', 'firstName']);
    expect(proposed(['Name', 'Vorname', 'Nachname'])).toEqual(['fullName', 'firstName', 'lastName']);
    expect(proposed(['Name', 'First name'])).toEqual(['fullName', 'firstName']);
  });

  test.each([
    ['a salutation or a degree', 'Title, Titel, Anrede'],
    ['where somebody lives', 'State, Ort, City, Street, PLZ'],
    ['national numbers', 'Personal ID, PNR, Personnummer, Steuer-ID, SSN, Social security number'],
    ['ends of contracts, which may be renewed', 'Date de fin, Contract end, Befristet bis, Slutdatum, Fecha de fin, Leave date'],
    ['what nobody asked for', 'Salary, Birthday, Date of birth, Gender, Religion, Steuerklasse'],
  ])('%s is none of ours', (_what, header) => {
    expect(proposed(header.split(', ')).every((column) => column === undefined)).toBe(true);
  });
});

describe('columns', () => {
  const two = 'ID,E-Mail,Work email,Last name\n1,a@tidewell.example,b@tidewell.example,Ash\n';

  test('two columns for one field are asked about, never chosen from', async () => {
    expect(await complaintOf(two)).toBe(
      'ConfigError: config.columns.workEmail may be "E-Mail" (column B) or "Work email" (column C)',
    );
    const { employees } = await readFile(two, { config: { columns: { workEmail: 'work e-mail' } } });
    expect(employees[0]?.workEmail).toBe('b@tidewell.example');
  });

  test('what the customer gave to one field is no other one', async () => {
    const { employees } = await readFile(two, { config: { columns: { personalEmail: 'E-Mail' } } });
    expect(employees[0]).toMatchObject({ workEmail: 'b@tidewell.example', personalEmail: 'a@tidewell.example' });
  });

  test('one column for two fields is refused', async () => {
    expect(await complaintOf(two, { config: { columns: { workEmail: 'E-Mail', personalEmail: 'E-Mail' } } })).toContain(
      'config.columns.workEmail and columns.personalEmail are both "E-Mail"',
    );
  });

  test.each([
    ['columns', { columns: { status: 'Zustand' } }],
    ['customColumns', { customColumns: ['Zustand'] }],
  ])('a name under %s that the file does not have is answered with those that are known', async (setting, config) => {
    const complaint = await complaintOf('ID,Last name,Team\n1,Ash,Blue\n', { config });
    expect(complaint).toContain(setting);
    expect(complaint).toContain('Zustand, which the file does not have (known: "ID" (column A)');
  });

  test('two columns of one name are refused where they are used, and only there', async () => {
    expect(await complaintOf('ID,Last name,Last name\n1,Ash,Birch\n')).toContain(
      '"Last name" (column B) or "Last name" (column C)',
    );
    expect(await complaintOf('ID,Last name,X,X\n1,Ash,,\n', { config: { customColumns: ['X'] } })).toContain(
      '"X" (column C) or "X" (column D)',
    );
    expect(await complaintOf('ID,Last name,X,X\n1,Ash,,\n')).toBe('no error');
  });

  test('an e-mail address is an id only where the customer says so, and then in one spelling', async () => {
    expect(await complaintOf('E-Mail,Last name\nAnn@Tidewell.example,Ash\n')).toContain('config.columns.id is missing');
    const { employees } = await readFile('E-Mail,Last name\nAnn@Tidewell.example ,Ash\n', {
      config: { columns: { id: 'E-Mail' } },
    });
    expect(employees).toMatchObject([{ id: 'ann@tidewell.example', workEmail: 'ann@tidewell.example' }]);
  });

  test('without names and addresses nobody would know who it is', async () => {
    expect(await complaintOf('ID,Team\n1,Blue\n')).toContain('config.columns.workEmail is missing');
  });

  test('a file without a header is told so, without telling who is in it', async () => {
    for (const first of ['1042,Ann,ann@tidewell.example', '1042,Ann,2020-01-01', 'Ann,Ash,Blue']) {
      const complaint = await complaintOf(`${first}\n1043,Ben,x\n`);
      expect(complaint).toMatch(/holds no names of columns|holds no known name of a column/);
      expect(complaint).not.toMatch(/Ann|1042/);
    }
    expect(await complaintOf('Ann,Ash\n', { config: { columns: { id: 'Badge' } } })).not.toMatch(/Ann|Ash/);
  });

  test('whole names are taken apart where they say how', async () => {
    const { employees, issues } = await readFile(
      'ID,Name,E-Mail\n1,"Ash, Ann",\n2,Ben Birch,\n3,"Cy, of, Elm",\n4,,dee@tidewell.example\n',
    );
    expect(employees).toMatchObject([
      { firstName: 'Ann', lastName: 'Ash' },
      { id: '2' },
      { id: '3' },
      { firstName: null, lastName: null, workEmail: 'dee@tidewell.example' },
    ]);
    expect(employees[1]).not.toHaveProperty('lastName');
    expect(issues.map(({ employeeId, field }) => [employeeId, field])).toEqual([
      ['2', 'lastName'],
      ['3', 'lastName'],
    ]);
  });

  test('discover lists all columns with the field that each is taken for, and refuses nothing', async () => {
    const header = 'ID,E-Mail,Work email,Shoe size,,Shoe size\n';
    const options = { config: {}, file: fileOf('people.csv', header) };
    expect(await discoverFields(csv, options)).toEqual([
      { name: 'ID', label: '-> id' },
      { name: 'E-Mail', label: '-> workEmail' },
      { name: 'Work email', label: '-> workEmail' },
      { name: 'Shoe size' },
      { name: 'Shoe size' },
    ]);
  });

  test('a check reads the file to its end and says why it is not everybody', async () => {
    const rows = Array.from({ length: 1500 }, (_row, index) => `${String(index + 1)},Ash`);
    const check = await checkRead(csv, { config: {}, file: fileOf('people.csv', `ID,Last name\n${rows.join('\n')}\n`) });
    expect(check).toMatchObject({ error: null, sample: 1500 });
    expect(check.because).toContain('nobody said that the file holds everybody');
  });
});
