using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>Corrects a measure of support that is still in force.</summary>
public static class ReviseEntitlement
{
    public static void Map(RouteGroupBuilder one) =>
        one.MapPut("/", async (Guid entitlementId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(entitlementId, body.Version, body.Terms), ct)))
            .Operation(nameof(ReviseEntitlement), Permission.EntitlementManage);

    public sealed record Body(int Version, EntitlementTerms Terms);

    public sealed record Command(Guid Id, int Version, EntitlementTerms Terms) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Terms).SetValidator(new EntitlementTerms.Validator());
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await EntitlementRow.Lock(db, command.Id, command.Version, time, ct);
            var terms = command.Terms;
            await db.ExecuteOne("""
                update entitlement
                   set kind = @Kind, source_level = @SourceLevel, source = @Source, starts_on = @StartsOn, ends_on = @EndsOn, amount_kopecks = @AmountKopecks,
                       paid = @Paid, note = @Note, version = version + 1
                 where id = @Id
                """, new
            {
                row.Id, Kind = terms.Kind.ToString(), SourceLevel = terms.SourceLevel.ToString(), terms.Source, terms.StartsOn, terms.EndsOn,
                terms.AmountKopecks,
                Paid = terms.Paid?.ToString(), terms.Note,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new EntitlementRevised(row.Id));
            return new(row.Id, row.Version + 1);
        }
    }
}
