using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Makes a route of the caller's own from a file, whole or not at all; at the organization of the main employment.</summary>
public static class ImportRouteFile
{
    public static void Map(RouteGroupBuilder routes) =>
        routes.MapPost("/import", async (RouteFile file, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(file), ct);
                return TypedResults.Created($"/api/v1/routes/{made.Id}", made);
            })
            .WithDescription("What `CheckRouteFile` would refuse is refused here, with the first pointer.")
            .Operation(nameof(ImportRouteFile), Permission.RouteOwn);

    public sealed record Command(RouteFile File) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).SetValidator(new RouteFile.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var file = command.File;
            if (await RouteFileRules.Refusals(file, db, time, ct) is [var refused, ..]) throw new BadInput(refused.Code) { Pointer = refused.Pointer };
            var post = await RoutePost.Of(db, caller, ct) ?? throw new RuleViolation("route.no-post");
            if (!RouteLife.IsOver(file.Status) && await RouteRow.HasRunning(db, caller, ct)) throw new RuleViolation("route.running");

            var known = await RouteFileResources.Reached(file, post.RegionCode, db, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, post.RegionCode, post.OrganizationId, caller.Person, Status = file.Status.ToString(), file.StartsOn, file.EndsOn,
                Image = file.Image.Trim(), Now = now.UtcDateTime, EndedAt = RouteLife.IsOver(file.Status) ? now.UtcDateTime : (DateTime?)null,
            }, ct);
            await db.Execute(Parts, new { Id = id, post.RegionCode, Now = now.UtcDateTime, Parts = Written(file, known, now) }, ct);
            audit.About(post.OrganizationId, post.RegionCode, id, new RouteBegun());
            return new(id, file.Status, 1, RouteLife.Warnings(file.StartsOn, file.EndsOn));
        }

        /// <summary>The parts as rows, under ids that nobody else has and that keep the file's order: what came at one moment is read by its id.</summary>
        static string Written(RouteFile file, IReadOnlySet<Guid> known, DateTimeOffset now)
        {
            var ids = new Dictionary<Guid, Guid>();
            var made = 0;
            Guid Next() => Guid.CreateVersion7(now.AddMilliseconds(made++));
            Guid Own(Guid id) => ids.TryGetValue(id, out var own) ? own : ids[id] = Next();

            return JsonSerializer.Serialize(new
            {
                findings = file.Findings.Select((f, i) => new
                {
                    id = Own(f.Id), position = i + 1, kind = f.Kind.ToString(), area_code = f.AreaCode, text = f.Text.Trim(), level_before = f.LevelBefore,
                    closed_on = f.ClosedOn,
                }),
                alternatives = file.Alternatives.Select((a, i) => new
                {
                    id = Next(), position = i + 1, title = a.Title.Trim(), gains = a.Gains.Trim(), costs = a.Costs.Trim(), chosen = a.Chosen,
                    motive = a.Chosen ? a.Motive!.Trim() : null,
                }),
                activities = file.Activities.Select((a, i) => new
                {
                    id = Own(a.Id), position = i + 1, section = a.Section.ToString(), title = a.Title.Trim(), area_codes = a.AreaCodes,
                    finding_ids = a.FindingIds.Select(Own), starts_on = a.StartsOn, ends_on = a.EndsOn,
                    resources = RouteFileResources.Text(a, known), product = a.Product.Trim(), resource_id = RouteFileResources.Link(a.Resource?.Id, known),
                    resource_run_id = RouteFileResources.Link(a.Resource?.RunId, known), status = a.Status.ToString(), status_reason = a.StatusReason,
                    done_on = a.Status == RouteActivityStatus.Done ? a.DoneOn ?? a.EndsOn : (DateOnly?)null,
                }),
                products = file.Products.Select(p => new
                {
                    id = Next(), activity_id = Own(p.ActivityId), kind_code = p.KindCode, title = p.Title.Trim(), link = p.Link,
                    text = p.Text ?? (p.Link is null ? p.FileName : null), presented = p.Presented, presented_on = p.PresentedOn, seen_by = p.SeenBy,
                    attitude = p.Attitude, attitude_words = p.AttitudeWords.Trim(), added_on = p.AddedOn,
                }),
                versions = file.Versions.Select(v => new
                {
                    number = v.Number, reason = v.Reason.ToString(), words = v.Words.Trim(), made_on = v.MadeOn,
                    plan = JsonSerializer.SerializeToElement(
                        v.Plan.Select(a => a with { Id = Own(a.Id), FindingIds = [.. a.FindingIds.Select(Own)], ProgramId = null }), Json.Options),
                }),
                reflections = file.Reflections.Select(r => new
                {
                    id = Next(), finding_id = r.FindingId is { } finding ? Own(finding) : (Guid?)null, made_on = r.MadeOn,
                    closeness = r.Closeness, meaning = r.Meaning, motivation = r.Motivation, words = r.Words.Trim(), shared = r.Shared,
                }),
            });
        }
    }

    const string Insert = """
        insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, created_at, last_activity_at, ended_at)
        values (@RegionCode, @Id, @Person, @OrganizationId, @Status, @StartsOn, @EndsOn, @Image, @Now, @Now, @EndedAt)
        """;

    const string Parts = $"""
        insert into route_finding (region_code, route_id, person_id, reader_ids, id, position, kind, area_code, text, level_before, closed_on)
        select {Keys}, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'findings') g
               (id uuid, position int, kind text, area_code text, text text, level_before int, closed_on date) where {Own};
        insert into route_alternative (region_code, route_id, person_id, reader_ids, id, position, title, gains, costs, chosen, motive)
        select {Keys}, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'alternatives') g
               (id uuid, position int, title text, gains text, costs text, chosen boolean, motive text) where {Own};
        insert into route_activity (region_code, route_id, person_id, reader_ids, id, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                    resources, product, resource_id, resource_run_id, status, status_reason, done_on)
        select {Keys}, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'activities') g
               (id uuid, position int, section text, title text, area_codes text[], finding_ids uuid[], starts_on date, ends_on date, resources text,
                product text, resource_id uuid, resource_run_id uuid, status text, status_reason text, done_on date) where {Own};
        insert into route_product (region_code, route_id, person_id, reader_ids, id, activity_id, kind_code, title, link, text, presented, presented_on,
                                   seen_by, attitude, attitude_words, added_at)
        select {Keys}, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'products') g
               (id uuid, activity_id uuid, kind_code text, title text, link text, text text, presented text, presented_on date, seen_by text, attitude int,
                attitude_words text, added_on timestamptz) where {Own};
        insert into route_version (region_code, route_id, person_id, reader_ids, number, reason, words, made_at, plan)
        select {Keys}, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'versions') g
               (number int, reason text, words text, made_on timestamptz, plan jsonb) where {Own};
        insert into route_reflection (region_code, route_id, person_id, reader_ids, made_at, id, finding_id, made_on, closeness, meaning, motivation, words,
                                      shared)
        select {Keys}, @Now, g.* from route r cross join jsonb_to_recordset(@Parts::jsonb -> 'reflections') g
               (id uuid, finding_id uuid, made_on date, closeness int, meaning int, motivation int, words text, shared boolean) where {Own}
        """;

    const string Keys = "r.region_code, r.id, r.person_id, r.reader_ids";
    const string Own = "r.region_code = @RegionCode and r.id = @Id";
}
