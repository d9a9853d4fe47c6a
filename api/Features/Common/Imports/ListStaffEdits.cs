using System.Globalization;
using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What was changed by hand of a member of the staff at an organization, the newest first. At most 50.</summary>
public static class ListStaffEdits
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapGet("/edits", async (Guid organizationId, Guid personId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, personId), ct)))
            .Operation(nameof(ListStaffEdits), Permission.RosterImport);

    public sealed record Query(Guid OrganizationId, Guid PersonId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="EffectiveOn">The first day on which it holds; of an end the first day without the work.</param>
    /// <param name="MadeBy">Name of the person, or id of the system.</param>
    /// <param name="MayUndo">Nothing was changed of the same since, by hand or by a file.</param>
    /// <param name="Left">Of an end: programs that go on and that the person left with it. An undo brings nobody back to them.</param>
    public sealed record Item(Guid Id, StaffEditKind Kind, DateOnly EffectiveOn, EndReason? Reason, IReadOnlyList<Change> Changes, DateTime MadeAt,
        string MadeBy, DateTime? UndoneAt, bool MayUndo, IReadOnlyList<GetEmploymentEnd.Program> Left);

    /// <param name="Field">family_name, given_name, patronymic, birth_date, email, phone, position_code, is_main, qualification or last_day.</param>
    public sealed record Change(string Field, string? Before, string? After);

    sealed record Row(Guid Id, StaffEditKind Kind, DateOnly EffectiveOn, EndReason? Reason, string Before, string After, DateTime MadeAt, string MadeBy,
        DateTime? UndoneAt, bool MayUndo)
    {
        static readonly string[] Hidden = ["employment_id", "is_teaching"];

        public Item ToItem(IEnumerable<LeftRow> left)
        {
            var (was, becomes) = (Read(Before), Read(After));
            return new(Id, Kind, EffectiveOn, Reason, [.. becomes.Where(pair => !Hidden.Contains(pair.Key) && pair.Value != was.GetValueOrDefault(pair.Key))
                .Select(pair => Shown(pair.Key, was.GetValueOrDefault(pair.Key), pair.Value))], MadeAt, MadeBy, UndoneAt, MayUndo,
                [.. left.Select(program => new GetEmploymentEnd.Program(program.Id, program.Title, program.Role, program.Status))]);
        }

        /// <summary>People read of a last day, the record of the first one without the work.</summary>
        static Change Shown(string field, string? before, string? after) =>
            field == "ended_on" ? new("last_day", LastDay(before), LastDay(after)) : new(field, before, after);

        static string? LastDay(string? endedOn) => endedOn is null ? null : StaffEdits.Day(DateOnly.Parse(endedOn, CultureInfo.InvariantCulture).AddDays(-1));

        static Dictionary<string, string?> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string?>>(json)!;
    }

    sealed record LeftRow(Guid EditId, Guid Id, string Title, ParticipantRole Role, ProgramStatus Status);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            await db.One<Guid>("select person_id from employment where organization_id = @OrganizationId and person_id = @PersonId limit 1", query, ct);
            var today = await RegionTime.TodayAt(query.OrganizationId, db, time, ct);
            var left = (await db.List<LeftRow>(Programs, query, ct)).ToLookup(program => program.EditId);
            return [.. (await db.List<Row>(Sql, new { query.OrganizationId, query.PersonId, Today = today }, ct)).Select(row => row.ToItem(left[row.Id]))];
        }
    }

    const string Programs = """
        select h.id edit_id, p.id, p.title, i.role, p.status
          from staff_edit h
          join program_participant i on i.person_id = h.person_id and i.employer_id = h.organization_id and i.left_on = h.effective_on
          join program p on p.id = i.program_id
         where h.organization_id = @OrganizationId and h.person_id = @PersonId and h.kind = 'End'
           and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
         order by p.title, p.id
        """;

    const string Sql = $"""
        select h.id, h.kind, h.effective_on, h.reason, h.before::text, h.after::text, h.made_at, coalesce(a.display_name, h.made_by) made_by, h.undone_at,
               h.undone_at is null and not staff_edit_of_another(h.id) and not staff_edit_borrowed(h.id)
               and {UndoStaffEdit.IsLast}
               and not exists (select from organization o where o.id = @OrganizationId and o.status = 'Closed')
               and (h.kind = 'End' or exists (select from employment here where here.organization_id = @OrganizationId and here.person_id = @PersonId
                                                 and (here.ended_on is null or here.ended_on > @Today)))
               and case h.kind
                   when 'Details' then exists (select from person p where p.id = h.person_id and p.pseudonymised_at is null
                       and not exists (select from jsonb_each_text(h.after) a where a.value is distinct from to_jsonb(p) ->> a.key))
                   when 'Work' then exists (select from employment e where e.id = h.employment_id and {UndoStaffEdit.AsItWasLeft}
                       and (h.before ->> 'employment_id' = e.id::text
                            or exists (select from employment former where former.id::text = h.before ->> 'employment_id'
                                          and former.ended_on = e.started_on)))
                   else exists (select from employment e where e.id = h.employment_id and e.ended_on = (h.after ->> 'ended_on')::date
                       and not employment_taken_since(e.id, (h.before ->> 'ended_on')::date)) end may_undo
          from staff_edit h left join identity.account a on a.id::text = h.made_by
         where h.organization_id = @OrganizationId and h.person_id = @PersonId
         order by h.made_at desc, h.id desc limit 50
        """;
}
