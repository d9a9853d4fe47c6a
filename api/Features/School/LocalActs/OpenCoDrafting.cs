using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Opens a draft to the members of the council and to the union, until a day.</summary>
public static class OpenCoDrafting
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/co-drafting", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(actId, body.Version, body.ClosesOn, body.Question), ct);
                return TypedResults.Created($"/api/v1/acts/{actId}/co-drafting", state);
            })
            .Operation(nameof(OpenCoDrafting), Permission.ActWrite);

    /// <param name="Version">Of the act.</param>
    /// <param name="ClosesOn">The last day on which changes are proposed; from today on, within half a year.</param>
    /// <param name="Question">What the author asks about; at most 1,000 characters.</param>
    public sealed record Body(int Version, DateOnly ClosesOn, string? Question = null);

    public sealed record Command(Guid Id, int Version, DateOnly ClosesOn, string? Question) : ICommand<DraftingState<DraftingStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Question).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, DraftingState<DraftingStatus>>
    {
        public async Task<DraftingState<DraftingStatus>> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            if (act.Status != ActStatus.Draft) throw new RuleViolation("act.drafting-needs-draft");
            var today = act.Today(time);
            if (command.ClosesOn < today || command.ClosesOn > today.AddMonths(6)) throw new BadInput("act.drafting-term") { Pointer = "/closesOn" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert, new
            {
                id, Act = act.Id, act.OrganizationId, act.RegionCode, command.Question, command.ClosesOn, Now = now.UtcDateTime, By = caller.Id,
                ByName = caller.Name,
            }, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new CoDraftingOpened(act.Edition, command.ClosesOn));
            return new(id, DraftingStatus.Open, 1);
        }
    }

    const string Insert = """
        insert into act_drafting (id, act_id, organization_id, region_code, status, question, closes_on, opened_at, opened_by, opened_by_name)
        values (@id, @Act, @OrganizationId, @RegionCode, 'Open', @Question, @ClosesOn, @Now, @By, @ByName)
        """;
}
