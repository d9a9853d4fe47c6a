using Dapper;
using Mentoring.Api.Features.School.Risks;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The showcase schools' register of risks, and the signals that the product's own rules find in their programs.</summary>
sealed class DemoRisks : IDemoArea
{
    /// <summary>After what the pairs have made and confirmed: signals count it.</summary>
    public int Turn => 130;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        await connection.ExecuteAsync(Register, new { Now = now.UtcDateTime });
        foreach (var school in await connection.QueryAsync<Guid>("select distinct organization_id from risk"))
        {
            await connection.ExecuteAsync(Formal, new { Now = now.UtcDateTime, School = school });
            await Look(connection, school, now);
        }
    }

    /// <summary>What the nightly job would have found a week or two ago, so that some of it has reached the curator.</summary>
    static async Task Look(NpgsqlConnection connection, Guid school, DateTimeOffset now)
    {
        var facts = await connection.QueryAsync<ProgramFacts>(SignalSql.Facts,
            new { After = (Guid?)null, Organization = (Guid?)school, Limit = 1000, Now = now.UtcDateTime });
        var number = 0;
        foreach (var (program, sign) in facts.SelectMany(f => Signals.Of(f).Select(sign => (f, sign))))
        {
            var raised = program.Today.AddDays(number % 3 == 0 ? -2 : -8 - number);
            await connection.ExecuteAsync(Signal, new
            {
                program.ProgramId, Kind = sign.Kind.ToString(), sign.Found, sign.Expected, raised, shown = raised.AddDays(SignalLifecycle.DaysOfThePair),
                Status = number % 4 == 1 ? "Explained" : "Raised",
                Explanation = number % 4 == 1 ? "Встречались в коридоре между уроками, в систему вносили реже" : null,
            });
            number++;
        }
    }

    const string Signal = """
        insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on, status, explanation, explained_on)
        select md5('signal' || id || @Kind)::uuid, organization_id, region_code, id, @Kind, @Found, @Expected, @raised, @shown, @Status, @Explanation, case
               when @Explanation is null then null else @raised + 1 end
          from program where id = @ProgramId
        """;

    // One program of the school is kept for the record: its mentor entered all the meetings of two months in one evening.
    const string Formal = """
        update meeting m set created_at = @Now::timestamptz - interval '3 days', created_by = a.id::text, summary = 'Обсудили план урока, замечаний нет.'
          from (select p.id, part.person_id from program p join program_participant part on part.program_id = p.id and part.role = 'Mentor'
                 where p.organization_id = @School and p.status = 'Active' and p.activated_at < @Now::timestamptz - interval '45 days'
                   and (select count(*) from meeting held where held.program_id = p.id and held.status = 'Held'
                      and held.starts_at < @Now::timestamptz - interval '6 days') >= 4
                   and exists (select from identity.account a where a.person_id = part.person_id)
                 order by p.activated_at desc, p.id limit 1) formal
          join identity.account a on a.person_id = formal.person_id
         where m.program_id = formal.id and m.status = 'Held' and m.starts_at < @Now::timestamptz - interval '6 days'
        """;

    const string Register = """
        create temporary table demo_owner as
        select r.organization_id, r.region_code, a.person_id, a.display_name, (@Now::timestamptz at time zone t.time_zone)::date today
          from role_assignment r join identity.account a on a.id = r.account_id join organization_zone t on t.place_id = r.organization_id
         where r.role = 'Curator' and a.email similar to 'curator(-tver|-vladivostok)?@demo.example';

        insert into risk (id, organization_id, region_code, kind_code, title, probability, impact, trigger_text, owner_id, owner_name, review_on, status,
            outcome, opened_on)
        select md5('risk' || o.organization_id || v.n)::uuid, o.organization_id, o.region_code, v.kind, v.title, v.probability, v.impact, v.trigger_text,
               o.person_id, o.display_name,
               o.today + v.review, v.status, v.outcome, o.today - v.age
          from demo_owner o, (values
              (1, 'overload', 'Наставники ведут по четыре программы и не успевают готовиться', 4, 4,
                  'У наставника больше трёх программ, встречи переносятся два раза подряд', 14, 'Treated', null, 40),
              (2, 'formalism', 'Дневники заполняются задним числом', 3, 4, 'Встречи внесены одним днём, записи повторяются', 21, 'Open', null, 25),
              (3, 'misunderstood', 'Учителя видят в наставничестве проверку, а не помощь', 3, 3,
                  'Отказы от участия, просьбы не показывать записи руководителю', 30, 'Treated', null, 60),
              (4, 'mentee-motivation', 'Молодые учителя считают советы устаревшими', 2, 3, 'Жалобы на навязанную помощь, пропуски встреч', 45, 'Open', null,
                  18),
              (5, 'mentor-motivation', 'Мало желающих стать наставниками', 3, 5, 'На новый год нет ни одной заявки', 10, 'Open', null, 12),
              (6, 'weak-contours', 'Школа не обращается в ЦНППМ', 2, 2, 'Ни одного совместного мероприятия за полугодие', 60, 'Closed',
                  'Подписано соглашение, проведён общий семинар', 150))
            v(n, kind, title, probability, impact, trigger_text, review, status, outcome, age);

        insert into risk_measure (id, risk_id, organization_id, region_code, text, due_on, done_on, result)
        select md5('measure' || o.organization_id || v.n)::uuid, md5('risk' || o.organization_id || v.risk)::uuid, o.organization_id, o.region_code, v.text,
               o.today + v.due, o.today + v.done, v.result
          from demo_owner o, (values
              (1, 1, 'Передать по одной программе двум новым наставникам', -10, -12, 'Передана одна программа, вторая останется до конца полугодия'),
              (2, 1, 'Освободить наставников от дежурств', 12, null::int, null),
              (3, 2, 'Обсудить с парами, что мешает вести дневник', 5, null, null),
              (4, 3, 'Рассказать на педсовете, кто что видит в системе', -30, -31, 'Показали, что заметки пары не видны никому'),
              (5, 4, 'Предложить двум парам реверсивное наставничество', 20, null, null),
              (6, 6, 'Заключить соглашение с ЦНППМ', -90, -95, 'Соглашение подписано'))
            v(n, risk, text, due, done, result);

        drop table demo_owner;
        """;
}
