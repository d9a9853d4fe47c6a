-- Taking part in a program opens it for as long as the person has not left it, nor the work from which it came: where the
-- program is, or for whom the person takes part. That holds of a program that is over too, which has no day of leaving. Where
-- an organization has ended, whoever carries it on stands for it.

create or replace function organization_and_heirs(places uuid[]) returns setof uuid language sql stable as $$
    with recursive line (id) as (
        select unnest(places)
        union
        select s.successor_id from line join organization o on o.id = line.id and o.status = 'Closed'
          join organization_successor s on s.organization_id = o.id)
    select id from line
$$;

-- Work that has only been agreed on counts for what is still being prepared or runs, not for what is over.
create or replace function takes_part(part program_participant, now timestamptz) returns boolean language sql stable as $$
    select (part.left_on is null or part.left_on > local_day(now, part.organization_id))
       and (not exists (select from employment e where e.person_id = part.person_id
                           and e.organization_id in (part.employer_id, part.organization_id))
            or exists (
                select from program p join employment e on e.person_id = part.person_id
                 cross join lateral (select local_day(now, e.organization_id) today) day
                 where p.id = part.program_id and (e.ended_on is null or e.ended_on > day.today)
                   and (e.started_on <= day.today or p.status not in ('Completed', 'EndedEarly', 'Cancelled'))
                   and (e.organization_id in (part.employer_id, part.organization_id)
                        or e.organization_id in (select organization_and_heirs(array[part.employer_id, part.organization_id])))))
$$;

-- Whose signature would bring a proposed change of a plan nearer: both sides agree on goals and roadmap, everybody who stays or
-- comes on another term or mentor. PlanAgreement.Missing says the same to whoever has the rows at hand.
create or replace function plan_signers_missing(version program_version) returns table (person_id uuid, role text) language sql stable as $$
    with asked as (
        select part.person_id, part.role from program_participant part
         where part.program_id = version.program_id and part.left_on is null and part.person_id is distinct from version.leaving_id
        union
        select version.incoming_id, 'Mentor' where version.incoming_id is not null)
    select asked.person_id, asked.role from asked
     where not exists (
        select from program_version_signature s join asked signer on signer.person_id = s.person_id
         where s.version_id = version.id
           and (signer.person_id = asked.person_id or version.kind in ('Draft', 'Correction') and signer.role = asked.role))
$$;
