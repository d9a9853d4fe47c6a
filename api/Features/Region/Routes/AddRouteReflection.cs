using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Reflects on the route, as a whole or on one deficit: how near the desired image is, and what it means. Private unless shared.</summary>
public static class AddRouteReflection
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/reflections", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(routeId, body.FindingId, body.Closeness, body.Meaning, body.Motivation, body.Words, body.Shared),
                    ct);
                return TypedResults.Created($"/api/v1/routes/{routeId}", made);
            })
            .Operation(nameof(AddRouteReflection), Permission.RouteOwn);

    /// <param name="Closeness">Per cent: how near the desired image is, or how far the deficit is overcome.</param>
    /// <param name="Words">At most 5000 characters.</param>
    /// <param name="FindingId">The deficit that it is about; the route as a whole when absent.</param>
    /// <param name="Meaning">1 to 5: how much sense the teacher sees in it.</param>
    /// <param name="Motivation">1 to 5: how much the teacher wants to go on.</param>
    /// <param name="Shared">Whoever reads the route reads it too.</param>
    public sealed record Body(int Closeness, string Words, Guid? FindingId = null, int? Meaning = null, int? Motivation = null, bool Shared = false);

    public sealed record Command(Guid RouteId, Guid? FindingId, int Closeness, int? Meaning, int? Motivation, string Words, bool Shared) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Closeness).InclusiveBetween(0, 100);
            RuleFor(c => c.Meaning).InclusiveBetween(1, 5);
            RuleFor(c => c.Motivation).InclusiveBetween(1, 5);
            RuleFor(c => c.Words).NotEmpty().MaximumLength(5000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, null, ct);
            if (!RouteLife.IsUnderWay(route.Status)) throw new RuleViolation("route.not-under-way");
            if (command.FindingId is not null && !await db.One<bool>(OfRoute, new { route.RegionCode, route.Id, command.FindingId }, ct))
                throw new BadInput("route.finding-unknown") { Pointer = "/findingId" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, route.RegionCode, Route = route.Id, command.FindingId, Today = RegionTime.Today(route.TimeZone, time), command.Closeness,
                command.Meaning, command.Motivation, Words = command.Words.Trim(), command.Shared, Now = now.UtcDateTime,
            }, ct);
            return new(id, (await route.Touch(db, audit, command.Shared ? new RouteReflectionShared(true) : new RouteWritten(), time, ct)).Version);
        }
    }

    const string OfRoute = """
        select exists (select from route_finding where region_code = @RegionCode and route_id = @Id and id = @FindingId and kind = 'Deficit'
                                                   and dropped_at is null)
        """;

    const string Insert = """
        insert into route_reflection (region_code, id, route_id, person_id, reader_ids, finding_id, made_on, closeness, meaning, motivation, words, shared,
                                      made_at)
        select region_code, @Id, id, person_id, reader_ids, @FindingId, @Today, @Closeness, @Meaning, @Motivation, @Words, @Shared, @Now
          from route where region_code = @RegionCode and id = @Route
        """;
}
