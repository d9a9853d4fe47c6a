using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Drafts an act from the school's template, filled with the school's data.</summary>
public static class DraftAct
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/acts", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var drafted = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/acts/{drafted.Id}", drafted);
            })
            .Operation(nameof(DraftAct), Permission.ActWrite);

    /// <param name="Title">The template's when absent.</param>
    /// <param name="NeedsUnion">Whether the union's opinion is asked; by the kind when absent.</param>
    /// <param name="NoUnionReason">Needed where the kind asks for the union and `needsUnion` is false.</param>
    /// <param name="SupersedesId">An act in force that the new one is to replace: its text is taken over instead of the template's.</param>
    public sealed record Body(ActKind Kind, string? Title = null, bool? NeedsUnion = null, string? NoUnionReason = null, Guid? SupersedesId = null);

    public sealed record Command(Guid OrganizationId, Body Body) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Title).MaximumLength(300).OverridePropertyName("title");
            RuleFor(c => c.Body.NoUnionReason).MaximumLength(1000).OverridePropertyName("noUnionReason");
        }
    }

    sealed record Text(string Title, string Body);

    sealed record Earlier(Guid OrganizationId, ActKind Kind, ActStatus Status, string Title, string Body);

    public sealed class Handler(Db db, Audit audit, Caller caller, ActTexts texts, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var body = command.Body;
            var needsUnion = body.NeedsUnion ?? ActLifecycle.AsksUnion(body.Kind);
            if (!needsUnion && ActLifecycle.AsksUnion(body.Kind) && string.IsNullOrWhiteSpace(body.NoUnionReason))
                throw new BadInput("act.union-reason-missing") { Pointer = "/noUnionReason" };

            var text = body.SupersedesId is { } earlier ? await Continue(earlier, command, ct) : await FromTemplate(command, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var region = await db.One<string>(Insert, new
            {
                Id = id, command.OrganizationId, Kind = body.Kind.ToString(), Title = body.Title ?? text.Title, NeedsUnion = needsUnion,
                NoUnionReason = needsUnion ? null : body.NoUnionReason, body.SupersedesId, By = caller.Id, Now = now.UtcDateTime,
            }, ct);
            await texts.Write(id, 1, body.Title ?? text.Title, text.Body, null, ct);
            audit.About(command.OrganizationId, region, id, new ActDrafted(body.Kind, body.SupersedesId));
            return new(id, ActStatus.Draft, 1, 1);
        }

        async Task<Text> Continue(Guid id, Command command, CancellationToken ct)
        {
            var act = await db.Maybe<Earlier>(EarlierSql, new { Id = id }, ct);
            if (act is null || act.OrganizationId != command.OrganizationId || act.Kind != command.Body.Kind || act.Status != ActStatus.InForce)
                throw new BadInput("act.cannot-be-superseded") { Pointer = "/supersedesId" };
            return new(act.Title, act.Body);
        }

        async Task<Text> FromTemplate(Command command, CancellationToken ct)
        {
            var own = await db.Maybe<Text>("select title, body from act_template where organization_id = @OrganizationId and kind = @Kind",
                new { command.OrganizationId, Kind = command.Body.Kind.ToString() }, ct);
            var template = ActTemplates.BuiltIn[command.Body.Kind];
            var facts = await ActFacts.Of(command.OrganizationId, db, time, ct);
            return new(ActTemplates.Fill(own?.Title ?? template.Title, facts), ActTemplates.Fill(own?.Body ?? template.Body, facts));
        }
    }

    const string EarlierSql = """
        select a.organization_id, a.kind, a.status, v.title, v.body
          from local_act a join local_act_version v on v.act_id = a.id and v.edition = a.edition where a.id = @Id
        """;

    const string Insert = """
        insert into local_act (id, organization_id, region_code, kind, title, status, needs_union, no_union_reason, supersedes_id, created_by, created_at,
            updated_at)
        select @Id, id, region_code, @Kind, @Title, 'Draft', @NeedsUnion, @NoUnionReason, @SupersedesId, @By, @Now, @Now from organization
               where id = @OrganizationId
        returning region_code
        """;
}
