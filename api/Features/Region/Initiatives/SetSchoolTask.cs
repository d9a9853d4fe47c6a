using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>A coordinator sets schools of the territory a task with a term, or a body those that it stands behind; each reports.</summary>
public static class SetSchoolTask
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/school-tasks", async (Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(body.TerritoryCode, body.BodyId, body.OrganizationIds, body.Title, body.Text, body.DueOn,
                    body.InitiativeId), ct);
                return TypedResults.Created($"/api/v1/school-tasks/{made.Id}", made);
            })
            .WithTags("Initiatives").Operation(nameof(SetSchoolTask), Permission.SchoolTaskSet);

    /// <param name="TerritoryCode">The municipality or the region for which it is set; this or a body.</param>
    /// <param name="BodyId">The body that sets it to schools of its region that it stands behind; this or a territory.</param>
    /// <param name="OrganizationIds">At most 500; all schools of the territory, or that the body stands behind, when absent.</param>
    /// <param name="Title">At most 200 characters.</param>
    /// <param name="Text">What is to be done and reported: at most 8,000 characters.</param>
    /// <param name="DueOn">The last day for the report, as each school counts days.</param>
    /// <param name="InitiativeId">The initiative of the same region in which it is to be done: its members read the task, and no report.</param>
    public sealed record Body(
        string Title, string Text, DateOnly DueOn, string? TerritoryCode = null, Guid? BodyId = null, IReadOnlyList<Guid>? OrganizationIds = null,
        Guid? InitiativeId = null);

    public sealed record Command(
        string? TerritoryCode, Guid? BodyId, IReadOnlyList<Guid>? OrganizationIds, string Title, string Text, DateOnly DueOn, Guid? InitiativeId)
        : ICommand<Result>;

    /// <param name="Schools">How many were set it.</param>
    public sealed record Result(Guid Id, int Schools, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Text).NotEmpty().MaximumLength(8000);
            RuleFor(c => c.OrganizationIds).Must(all => all is null or { Count: > 0 and <= 500 });
        }
    }

    sealed record Group(string RegionCode, InitiativeStatus Status);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (now, ground) = (time.GetUtcNow(), await SchoolTaskGround.Of(command.TerritoryCode, command.BodyId, db, caller, time, ct));
            if (command.DueOn < ground.Today || command.DueOn > ground.Today.AddYears(3)) throw new BadInput("school-task.due-day") { Pointer = "/dueOn" };
            if (command.InitiativeId is not null) await DemandInitiative(command.InitiativeId.Value, ground.RegionCode, ct);
            var schools = await Schools(command, ground, ct);
            var id = Guid.CreateVersion7(now);
            var reports = schools.Select(_ => Guid.CreateVersion7(now)).ToArray();
            await db.ExecuteOne(Insert, new
            {
                ground.RegionCode, Id = id, command.TerritoryCode, command.BodyId, Schools = schools, command.InitiativeId, Title = command.Title.Trim(),
                Text = command.Text.Trim(), command.DueOn, ground.Name, By = caller.Id, Now = now.UtcDateTime,
            }, ct);
            await db.Execute(InsertReports, new
            {
                ground.RegionCode, Id = id, Reports = reports, Schools = schools, command.TerritoryCode, command.BodyId, command.DueOn,
            }, ct);
            foreach (var (at, school) in schools.Index()) audit.About(school, ground.RegionCode, reports[at], new SchoolTaskSet(command.DueOn));
            return new(id, schools.Length, 1);
        }

        async Task DemandInitiative(Guid id, string region, CancellationToken ct)
        {
            var group = await db.Maybe<Group>("select region_code, status from initiative where id = @id", new { id }, ct)
                ?? throw new BadInput("school-task.initiative-unknown") { Pointer = "/initiativeId" };
            if (group.RegionCode != region) throw new BadInput("school-task.initiative-elsewhere") { Pointer = "/initiativeId" };
            InitiativeLife.Steps.Next(group.Status, InitiativeStep.Work);
        }

        async Task<Guid[]> Schools(Command command, SchoolTaskGround ground, CancellationToken ct)
        {
            var all = await db.List<Guid>(Recipients, new
            {
                command.TerritoryCode, command.BodyId, ground.RegionCode, ground.Today, Only = command.OrganizationIds?.ToArray(),
            }, ct);
            foreach (var (at, school) in (command.OrganizationIds ?? []).Index())
                if (!all.Contains(school)) throw new BadInput("school-task.organization-elsewhere") { Pointer = $"/organizationIds/{at}" };
            return all.Count > 0 ? [.. all] : throw new RuleViolation("school-task.nobody");
        }
    }

    const string Recipients = $"""
        select o.id from organization o where {SchoolTaskGround.Reached} and (@Only::uuid[] is null or o.id = any(@Only)) order by o.id
        """;

    const string Insert = """
        insert into school_task (region_code, id, territory_code, body_id, school_ids, initiative_id, title, text, due_on, setter, set_by, set_at)
        values (@RegionCode, @Id, @TerritoryCode, @BodyId, @Schools, @InitiativeId, @Title, @Text, @DueOn, @Name, @By, @Now)
        """;

    const string InsertReports = """
        insert into school_task_report (region_code, id, task_id, organization_id, territory_code, body_id, due_on, status)
        select @RegionCode, one.id, @Id, one.school, @TerritoryCode, @BodyId, @DueOn, 'Assigned'
          from unnest(@Reports::uuid[], @Schools::uuid[]) one (id, school)
        """;
}
