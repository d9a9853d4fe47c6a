using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>
/// A pedagogical product that an activity came to; a file, a link or a text, how it was presented, and the teacher's own attitude to it.
/// </summary>
public static class AddRouteProduct
{
    const string Owner = "select organization_id, region_code, null::uuid program_id from route where id = @Id";

    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/products", async (Guid routeId, IFormFile? file, [FromForm] Guid activityId, [FromForm] string kindCode, [FromForm] string title,
            [FromForm] int attitude, [FromForm] string attitudeWords, [FromForm] string? link, [FromForm] string? text, [FromForm] string? presented,
            [FromForm] DateOnly? presentedOn, [FromForm] string? seenBy, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(routeId, activityId, kindCode, title, attitude, attitudeWords, Given(link), Given(text),
                    Given(presented), presentedOn, Given(seenBy), file is null ? null : await Files.Read(file, "/file", ct)), ct);
                return TypedResults.Created($"/api/v1/routes/{routeId}", added);
            })
            .WithDescription("`kindCode`: of the dictionary `pedagogical-product`. `attitude`: 1 to 5, and in words. One of `file` (at most 20 MB), `link` "
                + "and `text` is needed.")
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, Owner, "routeId")
            .Operation(nameof(AddRouteProduct), Permission.RouteOwn);

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed record Command(
        Guid RouteId, Guid ActivityId, string KindCode, string Title, int Attitude, string AttitudeWords, string? Link, string? Text, string? Presented,
        DateOnly? PresentedOn, string? SeenBy, [property: JsonIgnore] Files.Upload? File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash.</summary>
        public string? Hash => File is null ? null : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Attitude).InclusiveBetween(1, 5);
            RuleFor(c => c.AttitudeWords).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Link).MaximumLength(1000).Must(link => link is null || Uri.TryCreate(link, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https");
            RuleFor(c => c.Text).MaximumLength(20_000);
            RuleFor(c => c.Presented).MaximumLength(1000);
            RuleFor(c => c.SeenBy).MaximumLength(500);
        }
    }

    public sealed class Handler(Db db, Caller caller, Files files, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, null, ct);
            if (!RouteLife.IsUnderWay(route.Status)) throw new RuleViolation("route.not-under-way");
            if (command.File is null && command.Link is null && command.Text is null) throw new BadInput("route.product-empty") { Pointer = "/file" };
            if (!await db.One<bool>("select exists (select from dictionary_entry where dictionary = 'pedagogical-product' and code = @KindCode)", command, ct))
                throw new BadInput("route.product-kind") { Pointer = "/kindCode" };
            if (command.PresentedOn > RegionTime.Today(route.TimeZone, time)) throw new BadInput("route.day-ahead") { Pointer = "/presentedOn" };
            if (!await db.One<bool>(InPlan, new { route.RegionCode, route.Id, command.ActivityId }, ct))
                throw new BadInput("route.activity-unknown") { Pointer = "/activityId" };

            var stored = command.File is { } file
                ? await files.Keep(file, FileKind.RouteProduct, route.OrganizationId, route.RegionCode, null, ct) : null;
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, route.RegionCode, Route = route.Id, command.ActivityId, command.KindCode, command.Title, FileId = stored?.Id, command.Link,
                command.Text, command.Presented, command.PresentedOn, command.SeenBy, command.Attitude, command.AttitudeWords, Now = now.UtcDateTime,
            }, ct);
            return new(id, (await route.Touch(db, audit, new RouteWritten(), time, ct)).Version);
        }
    }

    const string InPlan = """
        select exists (select from route_activity where region_code = @RegionCode and route_id = @Id and id = @ActivityId and dropped_at is null
                                                    and status in ('InProgress', 'Done'))
        """;

    const string Insert = """
        insert into route_product (region_code, id, route_id, person_id, reader_ids, activity_id, kind_code, title, file_id, link, text, presented,
                                   presented_on, seen_by, attitude, attitude_words, added_at)
        select region_code, @Id, id, person_id, reader_ids, @ActivityId, @KindCode, @Title, @FileId, @Link, @Text, @Presented, @PresentedOn, @SeenBy,
               @Attitude, @AttitudeWords, @Now
          from route where region_code = @RegionCode and id = @Route
        """;
}
