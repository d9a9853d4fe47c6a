using Dapper;
using Mentoring.Api.Features.School.LocalActs;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The terms of pay of the showcase schools are drafted together: the council and the union have proposed, the curator has answered some.</summary>
sealed class DemoCoDrafting : IDemoArea
{
    public int Turn => 60;

    sealed record Draft(Guid Id, Guid OrganizationId, string RegionCode, int Edition, string Body, string Curator, string CuratorName);

    sealed record Author(Guid OrganizationId, Guid PersonId, string Name, string Side);

    static readonly (string Side, string Kind, int FromEnd, string? Wording, string Reason, string Status, string? Answer)[] Words =
    [
        ("Council", "Wording", 2, "Доплата за групповое наставничество устанавливается за каждого наставляемого, но не более чем за троих.",
            "В группе нагрузка выше, а размер выплаты не указан.", "Accepted", "Согласны, войдёт в следующую редакцию."),
        ("Union", "Wording", 3, "Выплата назначается приказом в течение пяти рабочих дней с начала программы.",
            "Без срока назначения выплата может задержаться.", "Proposed", null),
        ("Council", "Comment", 0, null, "Добавьте, кто ведёт учёт часов, потраченных на встречи.", "Proposed", null),
        ("Union", "Comment", 0, null, "Нужна ссылка на статью 351.8 Трудового кодекса.", "Declined", "Ссылка уже есть в преамбуле."),
    ];

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(220);
        var authors = (await connection.QueryAsync<Author>(AuthorsSql)).ToList();
        foreach (var draft in await connection.QueryAsync<Draft>(DraftsSql))
        {
            var opened = now.UtcDateTime.AddDays(-6);
            var (drafting, passages) = (random.Id(opened), CoDrafting.Passages(draft.Body));
            await connection.ExecuteAsync("""
                insert into act_drafting (id, act_id, organization_id, region_code, status, question, closes_on, opened_at, opened_by, opened_by_name)
                values (@drafting, @Id, @OrganizationId, @RegionCode, 'Open', 'Как назначать доплату за групповое наставничество?', @ClosesOn, @opened,
                    @Curator, @CuratorName)
                """, new
            {
                drafting, draft.Id, draft.OrganizationId, draft.RegionCode,
                ClosesOn = DemoCalendar.WorkingDay(DateOnly.FromDateTime(now.UtcDateTime).AddDays(8)), opened, draft.Curator, draft.CuratorName
            });
            foreach (var (words, n) in Words.Select((words, n) => (words, n)))
            {
                if (authors.FirstOrDefault(a => a.OrganizationId == draft.OrganizationId && a.Side == words.Side) is not { } author) continue;
                var made = opened.AddHours(20 * (n + 1));
                await connection.ExecuteAsync(SuggestionSql, new
                {
                    Id = random.Id(made), Act = draft.Id, drafting, draft.OrganizationId, draft.RegionCode, draft.Edition, words.Kind, words.Status,
                    words.Wording, words.Reason, words.Side,
                    Passage = words.Wording is null ? null : passages[^Math.Min(words.FromEnd, passages.Count)], author.PersonId, author.Name, made,
                    words.Answer,
                    AnsweredBy = words.Answer is null ? null : draft.CuratorName, AnsweredAt = words.Answer is null ? (DateTime?)null : made.AddHours(9),
                });
            }
        }
    }

    const string AuthorsSql = """
        select r.organization_id, a.person_id, a.display_name name, case r.role when 'UnionRepresentative' then 'Union' else 'Council' end side
          from role_assignment r join identity.account a on a.id = r.account_id
         where r.role in ('CouncilMember', 'UnionRepresentative') and r.granted_by = 'demo' and a.person_id is not null
         order by a.email
        """;

    const string DraftsSql = """
        select a.id, a.organization_id, a.region_code, a.edition, v.body, v.written_by curator, v.written_by_name curator_name
          from local_act a join local_act_version v on v.act_id = a.id and v.edition = a.edition
         where a.kind = 'PayTerms' and a.status = 'Draft' order by a.id
        """;

    const string SuggestionSql = """
        insert into act_suggestion (id, act_id, drafting_id, organization_id, region_code, edition, kind, status, passage, wording, reason, side, author_id,
            author_name, made_at, answer, answered_by_name, answered_at)
        values (@Id, @Act, @drafting, @OrganizationId, @RegionCode, @Edition, @Kind, @Status, @Passage, @Wording, @Reason, @Side, @PersonId, @Name, @made,
            @Answer, @AnsweredBy, @AnsweredAt)
        """;
}
