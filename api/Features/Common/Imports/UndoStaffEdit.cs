using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Takes back a change by hand, while what it changed stands as it left it. What followed when somebody left stays: people were
/// told, and take part again when they are named again (<see cref="ListStaffEdits"/> says where); should they leave once more, on
/// whatever day, it is followed anew.
/// </summary>
public static class UndoStaffEdit
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/edits/{editId:guid}/undo", async (Guid organizationId, Guid personId, Guid editId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, personId, editId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(UndoStaffEdit), Permission.RosterImport);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Guid EditId) : ICommand<Done>;

    /// <param name="Former">The employment that was divided on the day; the same one when nothing was.</param>
    /// <param name="IsOfAnother">What stood before is another record's: one that has become part of this one, or was part of it for a time.</param>
    sealed record Edit(StaffEditKind Kind, string RegionCode, Guid? EmploymentId, Guid? Former, DateOnly EffectiveOn, bool IsOfAnother, string? CalledOff);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var edit = await db.One<Edit>(Read, command, ct);
            // Who has gone is another's to change; an end is taken back of whom nobody else has.
            if (edit.Kind == StaffEditKind.End) await StaffEdits.RefuseClosed(db, command.OrganizationId, ct);
            else
                await StaffEdits.MemberOf(db, caller, command.OrganizationId, command.PersonId,
                    await RegionTime.TodayAt(command.OrganizationId, db, time, ct), ct);
            if (edit.IsOfAnother) throw new RuleViolation("staff-edit.other-record");
            var turned = edit.Kind == StaffEditKind.Work && edit.Former != edit.EmploymentId;
            // The main place may have moved on the day of a change that is planned again: until it is, the work does not claim it.
            var main = edit.CalledOff is not null && await db.Execute(Yields, edit, ct) > 0;
            var sql = edit.Kind switch { StaffEditKind.Details => Details, StaffEditKind.Work => Work, _ => End };
            if (await db.Execute(Take, new { command.EditId, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct) == 0
                || !(turned ? await db.One<bool>(Rejoin, command, ct) : await db.Execute(sql, new { command.EditId, By = caller.Id }, ct) > 0))
                throw new RuleViolation("staff-edit.superseded");
            if (edit.Kind == StaffEditKind.End)
            {
                await Plan(edit.CalledOff, command, ct);
                if (main) await db.Execute("update employment set is_main = true where id = @EmploymentId", edit, ct);
                await db.Execute(Leaving.Void, new
                {
                    command.OrganizationId, command.PersonId, LeftOn = edit.EffectiveOn, Now = time.GetUtcNow().UtcDateTime,
                }, ct);
            }

            audit.About(command.OrganizationId, edit.RegionCode, command.PersonId, new StaffEditUndone(edit.Kind, command.EditId));
            return new();
        }

        /// <summary>What the end had called off is planned again, as it was: the parts have their ids back.</summary>
        async Task Plan(string? calledOff, Command command, CancellationToken ct)
        {
            foreach (var id in (calledOff ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse))
            {
                if (await db.Maybe<Planned>(Planned.Sql, new { Id = id }, ct) is not { } planned) return;
                await db.Execute(planned.Former != planned.Becomes ? ChangeEmployment.Turn : ChangeEmployment.Correct, new
                {
                    id = planned.Becomes, EmploymentId = planned.Former, planned.PositionCode, teaching = planned.IsTeaching, planned.IsMain,
                    planned.Qualification, from = planned.EffectiveOn,
                }, ct);
                await db.Execute(PlannedAgain, new { Id = id, planned.Becomes, planned.Former, command.EditId }, ct);
            }
        }
    }

    sealed record Planned(Guid Former, Guid Becomes, string PositionCode, bool IsTeaching, bool IsMain, string? Qualification, DateOnly EffectiveOn)
    {
        public const string Sql = """
            select e.id former, (h.after ->> 'employment_id')::uuid becomes, h.after ->> 'position_code' position_code,
                   (h.after ->> 'is_teaching')::boolean is_teaching, (h.after ->> 'is_main')::boolean is_main, h.after ->> 'qualification' qualification,
                   h.effective_on
              from staff_edit h join employment e on e.id = (h.before ->> 'employment_id')::uuid
             where h.id = @Id and h.undone_at is not null
               and (h.before ->> 'employment_id' = h.after ->> 'employment_id'
                    or e.started_on < h.effective_on and (e.ended_on is null or e.ended_on > h.effective_on))
            """;
    }

    /// <summary>An end that stood before is that of the last part again.</summary>
    const string PlannedAgain = """
        update staff_edit set undone_at = null, undone_by = null, employment_id = @Becomes where id = @Id;
        update staff_edit h set employment_id = @Becomes from employment e
         where h.kind = 'End' and h.employment_id = @Former and h.id < @EditId and h.undone_at is null and e.id = @Becomes
           and e.ended_on = (h.after ->> 'ended_on')::date
        """;

    const string Yields = "update employment set is_main = false where id = @EmploymentId and is_main";

    const string Read = """
        select kind, region_code, employment_id, (before ->> 'employment_id')::uuid former, effective_on,
               staff_edit_of_another(id) or staff_edit_borrowed(id) is_of_another, before ->> 'called_off' called_off
          from staff_edit
         where id = @EditId and organization_id = @OrganizationId and person_id = @PersonId for update
        """;

    /// <summary>Nothing of the same was changed after the change h.</summary>
    public const string IsLast = """
        not exists (select from staff_edit later where later.person_id = h.person_id and later.undone_at is null and later.id > h.id
                       and (later.kind = 'Details') = (h.kind = 'Details')
                       and (h.kind = 'Details' or later.employment_id = h.employment_id or later.before ->> 'employment_id' = h.employment_id::text)
                       and not staff_edit_of_another(later.id))
        """;

    const string Take =
        $"update staff_edit h set undone_at = @Now, undone_by = @By where h.id = @EditId and h.undone_at is null and {IsLast}";

    const string Details = """
        update person p set family_name = coalesce(h.before ->> 'family_name', p.family_name), given_name = coalesce(h.before ->> 'given_name', p.given_name),
               patronymic = case when h.before ? 'patronymic' then h.before ->> 'patronymic' else p.patronymic end,
               birth_date = case when h.before ? 'birth_date' then (h.before ->> 'birth_date')::date else p.birth_date end,
               email = case when h.before ? 'email' then h.before ->> 'email' else p.email end,
               email_by = case when h.before ? 'email' then case when h.before ->> 'email' is not null then @By end else p.email_by end,
               phone = case when h.before ? 'phone' then h.before ->> 'phone' else p.phone end, version = p.version + 1, updated_at = now()
          from staff_edit h
         where h.id = @EditId and p.id = h.person_id and p.pseudonymised_at is null
           and not exists (select from jsonb_each_text(h.after) a where a.value is distinct from to_jsonb(p) ->> a.key)
        """;

    /// <summary>Of an employment e and a change h of it.</summary>
    public const string AsItWasLeft = """
        e.position_code = h.after ->> 'position_code' and e.is_main = (h.after ->> 'is_main')::boolean
           and e.is_teaching = (h.after ->> 'is_teaching')::boolean and e.qualification is not distinct from h.after ->> 'qualification'
        """;

    const string Work = $"""
        update employment e set position_code = h.before ->> 'position_code', is_teaching = (h.before ->> 'is_teaching')::boolean,
               is_main = (h.before ->> 'is_main')::boolean, qualification = h.before ->> 'qualification', version = e.version + 1
          from staff_edit h
         where h.id = @EditId and e.id = h.employment_id and {AsItWasLeft}
        """;

    /// <summary>The two parts are one again, where the later one stands as the day left it.</summary>
    const string Rejoin = $"""
        select coalesce((
            select rejoin_employment((h.before ->> 'employment_id')::uuid, e.id, null) from staff_edit h join employment e on e.id = h.employment_id
             where h.id = @EditId and {AsItWasLeft}), false)
        """;

    const string End = """
        update employment e set ended_on = (h.before ->> 'ended_on')::date, version = e.version + 1
          from staff_edit h where h.id = @EditId and e.id = h.employment_id and e.ended_on = (h.after ->> 'ended_on')::date
        """;
}
