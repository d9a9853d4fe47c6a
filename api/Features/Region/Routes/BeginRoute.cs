using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Begins the caller's own route at the organization of the main employment: one runs at a time.</summary>
public static class BeginRoute
{
    public static void Map(RouteGroupBuilder routes) =>
        routes.MapPost("", async (Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(body.StartsOn, body.EndsOn, body.Image ?? ""), ct);
                return TypedResults.Created($"/api/v1/routes/{made.Id}", made);
            })
            .Operation(nameof(BeginRoute), Permission.RouteOwn);

    /// <param name="EndsOn">The last day. Four to five years are usual; fewer or more are warned of.</param>
    /// <param name="Image">The desired self: whom the teacher wants to become; at most 8000 characters.</param>
    public sealed record Body(DateOnly StartsOn, DateOnly EndsOn, string? Image = null);

    public sealed record Command(DateOnly StartsOn, DateOnly EndsOn, string Image) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Image).MaximumLength(8000);
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2015, 1, 1), new DateOnly(2100, 1, 1));
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            RouteLife.DemandHorizon(command.StartsOn, command.EndsOn);
            var post = await RoutePost.Of(db, caller, ct) ?? throw new RuleViolation("route.no-post");
            if (await RouteRow.HasRunning(db, caller, ct)) throw new RuleViolation("route.running");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, post.RegionCode, post.OrganizationId, caller.Person, command.StartsOn, command.EndsOn, Image = command.Image.Trim(),
                Now = now.UtcDateTime,
            }, ct);
            audit.About(post.OrganizationId, post.RegionCode, id, new RouteBegun());
            return new(id, RouteStatus.SelfImage, 1, RouteLife.Warnings(command.StartsOn, command.EndsOn));
        }
    }

    const string Insert = """
        insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, created_at, last_activity_at)
        values (@RegionCode, @Id, @Person, @OrganizationId, 'SelfImage', @StartsOn, @EndsOn, @Image, @Now, @Now)
        """;
}
