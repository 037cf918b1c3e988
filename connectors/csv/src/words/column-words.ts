import type { EmployeeField } from '@rollcall/core';

/**
 * What files call the columns we read, in the languages of Europe, and in the spellings that HR and payroll products export.
 * Names are compared by `fold`. A name stands once, and only where it can mean nothing else.
 */
export const columnWords = {
  id: `ID; Employee ID; Person ID; User ID; Worker ID; HR ID; Staff ID; Associate ID; Personnel ID; Employee code; Staff code; Mitarbeiter-ID; Mitarbeitenden-ID; Personen-ID;
    Identifiant; Identifiant salarié; ID salarié; ID collaborateur; ID empleado; Identificador; ID de empleado; ID dipendente;
    Identificativo; Medewerker-ID; Werknemer-ID; ID do funcionário; ID colaborador; Anställnings-ID; Person-ID; Medarbejder-ID;
    Medarbeider-ID; Ansatt-ID; Henkilö-ID; Työntekijä-ID; ID pracownika; Identyfikator`,
  employeeNumber: `Employee number; Employee no; Employee no.; Emp no; Emp number; Personnel number; Personnel no;
    Staff number; Staff no; Payroll number; Payroll ID; Worker number; Personalnummer; Personal-Nr; Pers.-Nr;
    PersNr; Mitarbeiternummer; Mitarbeiter-Nr; MA-Nr; Stammnummer; Matricule; Code salarié; Numéro de matricule; Numéro de salarié;
    Numéro employé; N° salarié; N° matricule; Número de empleado; Nº empleado; Código empleado; Código de empleado; Número de personal; Legajo; Matricola;
    Numero matricola; Numero dipendente; Personeelsnummer; Personeelsnr; Medewerkernummer; Werknemersnummer; Stamnummer;
    Número de funcionário; Nº funcionário; Matrícula; Número de colaborador; Anställningsnummer; Anställningsnr; Anstnr;
    Medarbejdernummer; Medarbejdernr; Lønnummer; Ansattnummer; Ansattnr; Medarbeidernummer; Henkilönumero; Henkilönro;
    Työntekijänumero; Palkkanumero; Numer pracownika; Nr pracownika; Numer ewidencyjny; Nr ewidencyjny; Nr ewid; Numer kadrowy`,
  workEmail: `Work email; Work e-mail; Work email address; Business email; Business e-mail; Business email address;
    Company email; Corporate email; Office email; Email (work); Email ID; Official email; Official email ID; E-Mail; Email address; E-mail address; Mail; E-Mail-Adresse;
    E-Mail geschäftlich; Geschäftliche E-Mail; Geschäftliche E-Mail-Adresse; Dienstliche E-Mail; Dienstliche E-Mail-Adresse;
    E-Mail dienstlich; E-Mail (dienstlich); E-Mail (geschäftlich); Firmen-E-Mail; E-Mail Arbeit; Courriel; Adresse e-mail;
    Adresse mail; Adresse électronique; E-mail professionnel; Email pro; Mail pro; Mail professionnel; Courriel professionnel;
    Adresse e-mail professionnelle; Correo; Correo electrónico; Correo corporativo; Correo electrónico corporativo;
    Email corporativo; Correo de trabajo; Correo electrónico de trabajo; Email aziendale; E-mail di lavoro; Posta elettronica;
    Indirizzo e-mail; Indirizzo e-mail aziendale; E-mailadres; Zakelijk e-mailadres; E-mail zakelijk; Zakelijke e-mail;
    E-mail werk; Werk e-mail; Endereço de e-mail; E-mail profissional; E-mail de trabalho; Correio eletrónico; E-post;
    E-postadress; E-post arbete; E-post jobb; Jobb e-post; E-postadresse; Arbejdsmail; E-mailadresse; Arbejds-e-mail;
    Sähköposti; Sähköpostiosoite; Työsähköposti; Adres e-mail; E-mail służbowy; Służbowy adres e-mail; Email firmowy`,
  personalEmail: `Personal email; Personal e-mail; Personal email address; Private email; Private e-mail; Home email;
    Email (personal); Email (private); Private E-Mail-Adresse; E-Mail privat; E-Mail (privat); E-mail personnel;
    Email perso; Mail perso; Mail personnel; Courriel personnel; Adresse e-mail personnelle; Correo personal;
    Correo electrónico personal; Email personale; E-mail privata; Privé e-mailadres; E-mail privé; E-mail pessoal;
    Privat e-post; E-post privat; Privat e-mail; Privatmail; Henkilökohtainen sähköposti; E-mail prywatny; Prywatny e-mail`,
  firstName: `First name; Firstname; Given name; Forename; Forenames; First names; Legal first name; Vorname; Vornamen;
    Prénom; Prénoms; Nombre de pila; Primer nombre; Nome proprio; Nome di battesimo; Voornaam; Voornamen; Primeiro nome;
    Nome próprio; Förnamn; Tilltalsnamn; Fornavn; Etunimi; Etunimet; Imię; Imiona`,
  lastName: `Last name; Lastname; Surname; Family name; Legal last name; Nachname; Familienname; Zuname; Nom de famille;
    Nom d'usage; Apellido; Apellidos; Primer apellido; Cognome; Achternaam; Familienaam; Último nome; Sobrenome; Apelido;
    Apelidos; Nome de família; Efternamn; Efternavn; Etternavn; Sukunimi; Nazwisko`,
  fullName: `Name; Full name; Employee name; Employee; Worker; Display name; Last name, first name; Surname, first name;
    Mitarbeiter; Mitarbeiter/in; Mitarbeitername; Vollständiger Name; Nachname, Vorname; Name, Vorname; Vor- und Nachname;
    Nom; Nom complet; Nom et prénom; Nom, prénom; Nom prénom; Salarié; Nombre; Nombre completo; Nombre y apellidos;
    Apellidos, nombre; Apellidos y nombre; Nome; Nome completo; Nome e cognome; Cognome e nome; Nominativo; Dipendente; Naam;
    Volledige naam; Medewerker; Werknemer; Namn; Hela namnet; Navn; Fulde navn; Fullt navn; Nimi; Koko nimi; Imię i nazwisko;
    Nazwisko i imię; Pracownik`,
  preferredName: `Preferred name; Preferred first name; Known as; Nickname; Rufname; Spitzname; Prénom usuel; Prénom d'usage;
    Nombre preferido; Nome preferito; Roepnaam; Nome preferido; Nome social; Foretrukket navn; Kutsumanimi`,
  status: `Status; Employment status; Employee status; Worker status; Active; Aktiv; Beschäftigungsstatus;
    Mitarbeiterstatus; Anstellungsstatus; Statut; Statut du salarié; État; Estado; Estado laboral; Estado del empleado; Stato;
    Stato dipendente; Stato del rapporto; Dienstverbandstatus; Status medewerker; Situação; Estado do colaborador;
    Anställningsstatus; Ansættelsesstatus; Ansettelsesstatus; Tila; Työsuhteen tila; Stan; Status zatrudnienia`,
  employmentType: `Employment type; Type of employment; Contract type; Type of contract; Worker type; Employee type;
    Beschäftigungsart; Anstellungsart; Vertragsart; Art der Beschäftigung; Arbeitsverhältnis; Type de contrat; Type d'emploi;
    Contrat; Tipo de contrato; Tipo de empleo; Tipo di contratto; Tipo contratto; Tipo di rapporto; Contracttype; Soort contract;
    Soort dienstverband; Tipo de vínculo; Anställningsform; Anställningstyp; Ansættelsesform; Ansættelsestype;
    Ansettelsesform; Ansettelsestype; Työsuhteen tyyppi; Työsuhteen laji; Rodzaj umowy; Typ umowy; Rodzaj zatrudnienia`,
  startDate: `Start date; Hire date; Date of hire; Hired on; Date hired; Joining date; Date of joining; Join date;
    Employment start; Employment start date; Date of entry; First day; Commencement date; Eintritt; Eintrittsdatum; Eintritt am;
    Einstellungsdatum; Beginn; Beschäftigungsbeginn; Startdatum; Erster Arbeitstag; Anstellungsdatum; Date d'entrée; Date entrée;
    Date d'embauche; Date d'arrivée; Date de début; Fecha de alta; Fecha alta; Fecha de inicio; Fecha de ingreso;
    Fecha de contratación; Fecha de incorporación; Data di assunzione; Data assunzione; Data inizio; Data di inizio;
    Datum in dienst; Datum indiensttreding; In dienst; In dienst sinds; Indiensttreding; Begindatum; Data de admissão;
    Data de início; Data de entrada; Data de contratação; Anställningsdatum; Startdatum anställning; Första arbetsdag;
    Anställd från; Ansættelsesdato; Startdato; Tiltrædelsesdato; Ansat den; Ansettelsesdato; Tiltredelsesdato; Ansatt dato;
    Alkupäivä; Aloituspäivä; Työsuhteen alku; Työsuhteen alkupäivä; Aloituspvm; Data zatrudnienia; Data rozpoczęcia;
    Data rozpoczęcia pracy; Zatrudniony od`,
  rehireDate: `Rehire date; Date of rehire; Rehired on; Latest hire date; Most recent hire date; Wiedereintritt; Wiedereintrittsdatum;
    Wiedereintritt am; Date de réembauche; Fecha de reingreso; Data di riassunzione; Datum herindiensttreding; Data de readmissão;
    Återanställd; Genansat den; Data ponownego zatrudnienia`,
  terminationDate: `Termination date; Date of termination; Last day; Last working day; Last day of work; Leaving date;
    Date of leaving; Exit date; Employment end; Employment end date; Separation date; Left on; Austritt;
    Austrittsdatum; Austritt am; Letzter Arbeitstag; Beschäftigungsende; Datum des Austritts; Ausgeschieden am; Ausscheidedatum;
    Date de sortie; Date sortie; Date de départ; Fecha de baja; Fecha baja; Fecha de salida;
    Data di cessazione; Data cessazione;
    Data fine rapporto; Data di uscita; Datum uit dienst; Uit dienst; Uit dienst sinds; Uitdiensttreding; Laatste werkdag;
    Data de demissão; Data de saída; Data de cessação; Data de desligamento; Avgångsdatum;
    Sista arbetsdag; Sista anställningsdag; Fratrædelsesdato; Fratrådt; Sidste arbejdsdag;
    Fratredelsesdato; Siste arbeidsdag; Työsuhteen loppu;
    Työsuhteen päättymispäivä; Viimeinen työpäivä; Data zwolnienia; Data zakończenia pracy`,
  jobTitle: `Job title; Position; Position title; Job; Role; Job role; Designation; Stelle; Stellenbezeichnung; Funktion;
    Berufsbezeichnung; Tätigkeit; Jobtitel; Poste; Intitulé de poste; Intitulé du poste; Fonction; Emploi; Puesto;
    Puesto de trabajo; Cargo; Mansione; Ruolo; Posizione; Qualifica; Functie; Functietitel; Functienaam; Função;
    Befattning; Yrkestitel; Stilling; Stillingsbetegnelse; Stillingstittel; Tehtävänimike; Nimike; Tehtävä; Stanowisko;
    Stanowisko pracy`,
  department: `Department; Department name; Dept; Abteilung; Abteilungsname; Département; Service; Departamento; Área; Reparto;
    Dipartimento; Ufficio; Afdeling; Afdelingsnaam; Setor; Avdelning; Avdeling; Osasto; Dział; Departament`,
  team: `Team; Team name; Teamname; Équipe; Equipo; Squadra; Equipe; Lag; Tiimi; Zespół`,
  division: `Division; Business unit; Unternehmensbereich; Geschäftsbereich; Bereich; Unité d'affaires; División;
    Unidad de negocio; Divisione; Divisie; Divisão; Unidade de negócio; Affärsområde; Forretningsområde; Divisioona; Pion`,
  legalEntity: `Legal entity; Legal entity name; Company; Company name; Employer; Entity; Gesellschaft; Firma; Unternehmen;
    Arbeitgeber; Société; Entreprise; Entité juridique; Entité; Employeur; Empresa; Sociedad; Entidad legal; Azienda; Società;
    Datore di lavoro; Bedrijf; Werkgever; Juridische entiteit; Entidade legal; Entidade; Empregador; Företag; Bolag;
    Arbetsgivare; Virksomhed; Selskab; Selskap; Arbeidsgiver; Arbejdsgiver; Yritys; Yhtiö; Työnantaja; Spółka; Pracodawca`,
  costCenter: `Cost center; Cost centre; Cost center name; Kostenstelle; Centre de coûts; Centre de coût; Centro de coste;
    Centro de costes; Centro de costos; Centro di costo; Kostenplaats; Centro de custo; Centro de custos; Kostnadsställe;
    Omkostningssted; Kostnadssted; Kustannuspaikka; Miejsce powstawania kosztów; MPK; Centrum kosztów`,
  workLocation: `Location; Work location; Office; Office location; Site; Workplace; Standort; Arbeitsort; Niederlassung;
    Dienstort; Betriebsstätte; Lieu de travail; Site de travail; Établissement; Lugar de trabajo; Centro de trabajo; Ubicación;
    Oficina; Sede; Sede di lavoro; Luogo di lavoro; Vestiging; Locatie; Werklocatie; Standplaats; Local de trabalho;
    Localização; Escritório; Arbetsplats; Arbetsställe; Kontor; Arbejdssted; Lokation; Arbeidssted; Lokasjon; Toimipaikka;
    Toimipiste; Työpaikka; Lokalizacja; Miejsce pracy; Biuro`,
  country: `Country; Work country; Country of work; Country code; Country/Region; Land; Arbeitsland; Ländercode; Pays;
    Pays de travail; País; País de trabajo; Paese; Werkland; País de trabalho; Arbejdsland; Maa; Työmaa; Kraj; Kraj pracy`,
  managerId: `Manager ID; Line manager ID; Supervisor ID; Reports to ID; Manager employee ID; Vorgesetzten-ID; ID Vorgesetzter;
    ID Vorgesetzte/r; Führungskraft-ID; ID Führungskraft; ID manager; ID du manager; Identifiant manager;
    Identifiant du manager; ID responsable; ID del responsable; ID responsabile; ID leidinggevende; Leidinggevende-ID;
    ID do gestor; Chef-ID; Leder-ID; Esihenkilö-ID; Esimies-ID; ID przełożonego`,
  managerNumber: `Manager number; Manager employee number; Manager personnel number; Supervisor number; Supervisor EID; Line manager number;
    Personalnummer Vorgesetzter; Personalnummer Vorgesetzte/r; Personalnummer des Vorgesetzten; Personalnummer Führungskraft;
    Personalnummer der Führungskraft; Vorgesetzten-Nr; Vorgesetzter Personalnummer; Vorgesetzter (Personalnummer);
    Matricule manager; Matricule du manager; Matricule du responsable; Matricule N+1; Número de empleado del responsable;
    Matricola responsabile; Matricola del responsabile; Personeelsnummer leidinggevende; Personeelsnummer manager;
    Matrícula do gestor; Chefens anställningsnummer; Lederens medarbejdernummer; Leders ansattnummer; Esihenkilön numero;
    Esihenkilön henkilönumero; Numer przełożonego`,
  managerEmail: `Manager email; Manager e-mail; Manager email address; Manager's email; Line manager email; Supervisor email;
    Reports to email; E-Mail Vorgesetzter; E-Mail Vorgesetzte/r; E-Mail des Vorgesetzten; E-Mail Führungskraft;
    E-Mail der Führungskraft; Vorgesetzter E-Mail; Vorgesetzter (E-Mail); E-mail manager; E-mail du manager; Mail manager;
    Mail du manager; E-mail du responsable; E-mail N+1; Correo del responsable; Correo responsable; Email del responsable;
    Email responsabile; Email del responsabile; E-mail leidinggevende; E-mailadres leidinggevende; E-mail do gestor;
    Chefens e-post; E-post chef; Leders e-post; Lederens e-mail; E-mail leder; Esihenkilön sähköposti; Esimiehen sähköposti;
    E-mail przełożonego; Adres e-mail przełożonego`,
  managerName: `Manager; Manager name; Line manager; Supervisor; Reports to; Reporting to; Reporting manager; Direct manager; Vorgesetzter; Vorgesetzte;
    Vorgesetzte/r; Führungskraft; Teamleiter; Responsable; Supérieur hiérarchique; Responsable hiérarchique; N+1; Jefe;
    Jefe directo; Supervisor directo; Responsabile; Leidinggevende; Gestor; Chefia; Chef; Närmaste chef; Leder; Nærmeste leder;
    Esihenkilö; Esimies; Przełożony; Kierownik`,
  phone: `Phone; Phone number; Telephone; Telephone number; Work phone; Business phone; Telefon; Telefonnummer;
    Telefon geschäftlich; Diensttelefon; Téléphone; Téléphone professionnel; Teléfono; Telefono; Telefoonnummer; Telefoon;
    Telefone; Puhelin; Puhelinnumero; Numer telefonu; Telefon służbowy`,
  mobilePhone: `Mobile; Mobile phone; Mobile number; Cell phone; Mobiltelefon; Handy; Mobil; Handynummer; Téléphone portable;
    Portable; Mobile professionnel; Teléfono móvil; Móvil; Cellulare; Mobiel; Mobiel nummer; Telemóvel; Celular; Mobilnummer;
    Mobiltelefonnummer; Matkapuhelin; Telefon komórkowy`,
  iban: `IBAN; IBAN number; IBAN-Nummer; Bank account (IBAN); Bankverbindung IBAN; Code IBAN; Numéro IBAN; IBAN-nummer; Nr IBAN`,
  bic: `BIC; SWIFT; BIC/SWIFT; SWIFT/BIC; BIC code; SWIFT code; Code BIC; Código BIC; Codice BIC; BIC-code; BIC-kod; Kod BIC`,
} as const;

export type Column = keyof typeof columnWords;
export const columns = Object.keys(columnWords) as readonly Column[];

/** Which field a column serves, where it is not called like it. */
const served: Readonly<Partial<Record<Column, EmployeeField>>> = {
  fullName: 'lastName',
  rehireDate: 'startDate',
  country: 'workLocation',
  managerNumber: 'managerId',
  managerName: 'managerId',
  mobilePhone: 'phone',
  iban: 'bankAccount',
  bic: 'bankAccount',
};
export const fieldOf = (column: Column): EmployeeField => served[column] ?? (column as EmployeeField);

/** Words for a whole name that mean one half of it beside the other half: `Name; Vorname`, `Nombre; Apellidos`. */
export const halves: readonly (readonly [word: string, beside: readonly string[], means: 'firstName' | 'lastName'])[] = [
  ['name', ['vorname', 'vornamen'], 'lastName'],
  ['nom', ['prenom', 'prenoms'], 'lastName'],
  ['naam', ['voornaam', 'voornamen'], 'lastName'],
  ['nombre', ['apellido', 'apellidos', 'primerapellido'], 'firstName'],
  ['nome', ['cognome', 'sobrenome', 'apelido', 'apelidos', 'ultimonome'], 'firstName'],
];
