using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>A person has seen what the check found and lets the import be applied.</summary>
public static class ConfirmImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/{importId:guid}/confirm", async (Guid importId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(importId, body.Version, body.SkipProblemRows, body.ConfirmMassChange), ct)))
            .Operation(nameof(ConfirmImport), Permission.ImportManage);

    /// <param name="Version">Of the import that was looked at; another one answers 412.</param>
    /// <param name="SkipProblemRows">Apply the rows without problems and leave what the others speak of as it is.</param>
    /// <param name="ConfirmMassChange">These people really come or leave, where the import asks it; else it answers 409. Of others it is asked again.</param>
    public sealed record Body(int Version, bool SkipProblemRows = false, bool ConfirmMassChange = false);

    public sealed record Command(Guid Id, int Version, bool SkipProblemRows, bool ConfirmMassChange) : ICommand<Result>;

    public sealed record Result(ImportStatus Status, int Version);

    sealed record Current(
        ImportKind Kind, ImportStatus Status, int Problems, bool AsksMassChange, int Joins, int Leaves, int Staff, int Version,
        Guid? OrganizationId, string? RegionCode, int RowsTotal, int Usable) : IVersioned
    {
        /// <summary>Every row is a problem: there is nothing to leave them out for. A staff may still lose whom the file leaves out.</summary>
        public bool IsAllFaulty => Kind is not (ImportKind.Roster or ImportKind.StaffList) && Problems > 0 && Usable == 0;
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            // Looked at without the lock first: a working job holds it for as long as it works.
            var seen = await db.One<Current>(Read, new { command.Id }, ct);
            ImportReach.Demand(caller, seen.Kind, seen.OrganizationId);
            ImportLifecycle.Steps.Next(seen.Status, ImportStep.Confirm);
            var current = await db.One<Current>($"{Read} for update", new { command.Id }, ct);
            ImportLifecycle.Steps.Next(current.Status, ImportStep.Confirm);
            current.MustBeAt(command.Version);
            await StaffEdits.RefuseClosed(db, current.OrganizationId, ct);
            if (current.IsAllFaulty) throw new RuleViolation("import.nothing-usable", ("rows", current.RowsTotal), ("problems", current.Problems));
            if (current.Problems > 0 && !command.SkipProblemRows) throw new RuleViolation("import.has-problems", ("problems", current.Problems));
            if (current.AsksMassChange && !command.ConfirmMassChange)
                throw new RuleViolation("import.mass-change", ("joins", current.Joins), ("leaves", current.Leaves), ("staff", current.Staff));

            await db.Execute(Save, new { command.Id, command.SkipProblemRows, command.ConfirmMassChange }, ct);
            await outbox.Add(new ImportConfirmed(command.Id), ct);
            await News.Tell(db, Imports.Topic(command.Id), ct);
            if (current.OrganizationId is { } organization)
                audit.About(organization, current.RegionCode!, command.Id, new FileConfirmed(command.SkipProblemRows, command.ConfirmMassChange));
            else
                audit.AboutPlatform(new RegisterFileConfirmed(command.Id, command.SkipProblemRows, command.ConfirmMassChange));
            return new(ImportStatus.Confirmed, current.Version + 1);
        }
    }

    const string Read = """
        select kind, status, problems, asks_mass_change, joins, leaves, staff, version, organization_id, region_code, rows_total,
               creates + updates + ends + unchanged usable
          from import where id = @Id
        """;
    const string Save = """
        update import set status = 'Confirmed', skip_problem_rows = @SkipProblemRows, mass_change_confirmed = @ConfirmMassChange,
               mass_change_confirmed_of = case when @ConfirmMassChange then mass_change_of end, version = version + 1
         where id = @Id;
        update import_progress set rows_done = 0 where import_id = @Id;
        """;
}
