import type { EmployeeStatus, EmploymentType } from '@rollcall/core';

/** Notice that was given ends nobody yet: beside these words the dates decide, as beside an empty cell. */
export const noticeWords = `gekündigt; gekuendigt; kündigung; austritt; austretend; resigned; notice given; under notice; leaving; démissionnaire;
  préavis; en préavis; dimesso; dimissionario; in preavviso; en preaviso; opgezegd; uppsagd; opsagt; oppsagt; irtisanoutunut; w okresie wypowiedzenia`;

/** Words that state how somebody stands, compared by `fold`. */
export const statusWords: Readonly<Record<Exclude<EmployeeStatus, 'unknown'>, string>> = {
  active: `active; employed; current; working; aktiv; aktive; beschäftigt; angestellt; actif; active; en poste; en activité; présent;
    activo; activa; en activo; de alta; alta; attivo; attiva; in forza; in servizio; actief; in dienst; ativo; ativa; aktivt;
    anställd; ansat; ansatt; aktiivinen; voimassa; työssä; aktywny; aktywna; zatrudniony; zatrudniona`,
  leave: `leave; on leave; leave of absence; long-term leave; parental leave; maternity leave; beurlaubt; elternzeit; mutterschutz;
    sabbatical; ruhend; freigestellt; en congé; congé parental; congé maternité; congé sabbatique; suspendu; en excedencia;
    excedencia; permiso parental; in aspettativa; aspettativa; congedo parentale; maternità; met verlof; ouderschapsverlof;
    zwangerschapsverlof; de licença; em licença; licença; licença parental; tjänstledig; föräldraledig; orlov; på orlov;
    barselsorlov; permisjon; i permisjon; foreldrepermisjon; virkavapaa; vapaalla; perhevapaa; hoitovapaa; urlop wychowawczy;
    urlop macierzyński; urlop bezpłatny`,
  preboarding: `preboarding; pre-hire; prehire; not started; not yet started; future; future hire; upcoming; starting soon;
    zukünftig; künftig; noch nicht eingetreten; noch nicht begonnen; pas encore commencé; à venir; futur; no iniciado;
    pendiente de incorporación; futuro; non ancora iniziato; in arrivo; nog niet begonnen; toekomstig; nog niet in dienst;
    não iniciado; ej påbörjad; kommande; ikke startet; kommende; ikke begynt; ei aloittanut; tuleva; nierozpoczęty; przyszły`,
  terminated: `terminated; inactive; left; leaver; former; former employee; ex-employee; departed; offboarded; inaktiv; ausgeschieden;
    ausgetreten; ehemalig; ehemalige; ehemaliger; sorti; sortie; parti; partie; inactif; inactive; inactivo; inactiva; baja;
    de baja definitiva; ex empleado; inattivo; inattiva; cessato; cessata; inactief; uit dienst; uitdienst;
    inativo; inativa; desligado; desligada; demitido; demitida; slutat; avslutad; avgått; inaktivt; fratrådt; ophørt; stoppet;
    sluttet; fratrådt stilling; avsluttet; ei aktiivinen; päättynyt; lopettanut; nieaktywny; nieaktywna; zwolniony; zwolniona;
    były pracownik`,
};

/** Kinds of employment; our own words are known anyway. */
export const employmentWords: Readonly<Partial<Record<EmploymentType, string>>> = {
  full_time: `permanent full-time; vollzeit; temps plein; temps complet; tiempo completo; jornada completa; tempo pieno; full time; voltijd;
    fulltime; tempo integral; heltid; fuldtid; kokoaikainen; pełny etat`,
  part_time: `teilzeit; temps partiel; tiempo parcial; jornada parcial; tempo parziale; parttime; deeltijd; tempo parcial; deltid;
    osa-aikainen; niepełny etat`,
  fixed_term: `befristet; cdd; contrat à durée déterminée; temporal; tempo determinato; bepaalde tijd; visstid; tidsbegränsad;
    tidsbegrænset; midlertidig; määräaikainen; czas określony`,
  contractor: `freelancer; freelance; freier mitarbeiter; indépendant; prestataire; autónomo; libero professionista; zzp; zzp'er;
    prestador de serviços; konsult; konsulent; b2b`,
  intern: `internship; praktikant; praktikantin; praktikum; stagiaire; stage; becario; prácticas; stagista; tirocinante;
    estagiário; estágio; praktik; harjoittelija; stażysta`,
  apprentice: `apprenticeship; auszubildender; auszubildende; azubi; ausbildung; apprenti; alternance; aprendiz; apprendista;
    leerling; lärling; lærling; elev; oppisopimus`,
  temporary: `temp; zeitarbeit; leiharbeit; intérim; intérimaire; somministrazione; uitzendkracht; temporário; vikar; vikariat; sijainen`,
};

/** What stands below a list in place of a person. */
export const totalWords = `total; totals; grand total; subtotal; sum; summe; gesamt; gesamtsumme; gesamtergebnis; insgesamt; zwischensumme;
  anzahl; count; somme; total général; sous-total; suma; total general; totale; totale complessivo; somma; totaal; eindtotaal;
  summa; totalt; totalsumma; i alt; yhteensä; razem; ogółem; suma końcowa`;
