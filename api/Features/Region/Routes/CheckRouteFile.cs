using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Reads a route's file and says what would come of it and what is refused, where in the file and why; writes nothing.</summary>
public static class CheckRouteFile
{
    public static void Map(RouteGroupBuilder routes) =>
        routes.MapPost("/check", async (RouteFile file, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(file), ct)))
            .Operation(nameof(CheckRouteFile), Permission.RouteOwn);

    public sealed record Query(RouteFile File) : IQuery<Result>;

    /// <param name="Ready">Nothing is refused: `ImportRouteFile` takes it.</param>
    /// <param name="EndsOn">The last day.</param>
    /// <param name="Findings">How many strengths and deficits would come.</param>
    /// <param name="Alternatives">How many would come.</param>
    /// <param name="Activities">How many of the roadmap would come.</param>
    /// <param name="Products">How many would come.</param>
    /// <param name="Files">How many of the products have a file, which is not in here: its name comes alone.</param>
    /// <param name="Versions">How many of the plan would come.</param>
    /// <param name="Reflections">How many would come.</param>
    /// <param name="Refusals">All that stands in the way, in the order of the file.</param>
    public sealed record Result(
        bool Ready, RouteStatus Status, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<RouteWarning> Warnings, int Findings, int Alternatives,
        int Activities, int Products, int Files, int Versions, int Reflections, IReadOnlyList<Refused> Refusals);

    /// <param name="Code">Of the problem that importing it would be.</param>
    /// <param name="Pointer">Where in the file.</param>
    /// <param name="Text">What to do about it.</param>
    public sealed record Refused(string Code, string Pointer, string Text);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.File).SetValidator(new RouteFile.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var file = query.File;
            var refusals = (await RouteFileRules.Refusals(file, db, time, ct)).ToList();
            if (!RouteLife.IsOver(file.Status) && await RouteRow.HasRunning(db, caller, ct)) refusals.Add(new("route.running", "/status"));
            if (await RoutePost.Of(db, caller, ct) is null) refusals.Add(new("route.no-post", ""));
            return new(refusals.Count == 0, file.Status, file.StartsOn, file.EndsOn, RouteLife.Warnings(file.StartsOn, file.EndsOn), file.Findings.Length,
                file.Alternatives.Length, file.Activities.Length, file.Products.Length, file.Products.Count(p => p.FileName is not null),
                file.Versions.Length, file.Reflections.Length, [.. refusals.Select(r => new Refused(r.Code, r.Pointer, ProblemTexts.Of(r.Code, [])))]);
        }
    }
}
