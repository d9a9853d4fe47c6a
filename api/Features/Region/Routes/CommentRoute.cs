using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Says something of a route or of one of its activities: the teacher, and whoever reads its shared parts.</summary>
public static class CommentRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/comments", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(routeId, body.Text, body.ActivityId), ct);
                return TypedResults.Created($"/api/v1/routes/{routeId}", made);
            })
            .Operation(nameof(CommentRoute), Permission.RouteOwn);

    /// <param name="Text">At most 2000 characters.</param>
    /// <param name="ActivityId">The activity that it is about; the route as a whole when absent.</param>
    public sealed record Body(string Text, Guid? ActivityId = null);

    public sealed record Command(Guid RouteId, string Text, Guid? ActivityId) : ICommand<Result>;

    public sealed record Result(Guid Id);

    sealed record Row(Guid PersonId, Guid OrganizationId, string RegionCode);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var route = await db.One<Row>("select person_id, organization_id, region_code from route where id = @RouteId", command, ct);
            if (command.ActivityId is not null && !await db.One<bool>(
                "select exists (select from route_activity where route_id = @RouteId and id = @ActivityId and dropped_at is null)", command, ct))
                throw new BadInput("route.activity-unknown") { Pointer = "/activityId" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.RouteId, command.ActivityId, By = caller.Person, Text = command.Text.Trim(), Now = now.UtcDateTime,
            }, ct);
            audit.About(route.OrganizationId, route.RegionCode, command.RouteId, new RouteCommented(route.PersonId == caller.Person));
            return new(id);
        }
    }

    const string Insert = """
        insert into route_comment (region_code, id, route_id, person_id, reader_ids, activity_id, author_id, text, made_at)
        select region_code, @Id, id, person_id, reader_ids, @ActivityId, @By, @Text, @Now from route where id = @RouteId
        """;
}
