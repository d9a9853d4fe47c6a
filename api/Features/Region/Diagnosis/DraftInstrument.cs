using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Writes the next edition of an instrument: of the federation, of a region or of a body. Nobody is asked by it before it is published.</summary>
public static class DraftInstrument
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapPost("", async (Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(body), ct);
                return TypedResults.Created($"/api/v1/instruments/{made.Id}", made);
            })
            .WithDescription("Each area of competence needs a scale that everybody answers; an outside instrument has a mapping of its areas instead. A draft "
                + "is changed by `ReviseInstrument`.")
            .Operation(nameof(DraftInstrument), Permission.InstrumentManage);

    /// <param name="Code">One for all editions: small letters, digits and hyphens.</param>
    /// <param name="OwnerRegion">The region that owns it; neither owner for one of the federation.</param>
    /// <param name="OwnerOrganizationId">The body that owns it.</param>
    public sealed record Body(
        string Code, DiagnosisKind Kind, string NameRu, string NameEn, InstrumentContent Content, string? OwnerRegion = null, Guid? OwnerOrganizationId = null);

    public sealed record Command(Body Text) : ICommand<InstrumentState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text.Code).Matches("^[a-z0-9][a-z0-9-]{2,59}$").OverridePropertyName("code");
            RuleFor(c => c.Text.NameRu).NotEmpty().MaximumLength(200).OverridePropertyName("nameRu");
            RuleFor(c => c.Text.NameEn).NotEmpty().MaximumLength(200).OverridePropertyName("nameEn");
        }
    }

    sealed record Before(string? OwnerRegion, Guid? OwnerOrganizationId, DiagnosisKind Kind, InstrumentForm Form, int Edition);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InstrumentState>
    {
        public async Task<InstrumentState> Handle(Command command, CancellationToken ct)
        {
            var text = command.Text;
            if (text.OwnerRegion is not null && text.OwnerOrganizationId is not null) throw new BadInput("instrument.owner") { Pointer = "/ownerRegion" };
            var mine = text.OwnerOrganizationId is { } body ? caller.Scope.Reaches(body)
                : text.OwnerRegion is { } region ? caller.Scope.ReachesRegion(region) : caller.Scope.Federation;
            if (!mine) throw new NotFound();
            if (text.Content.Fault(await InstrumentContent.Areas(db, ct)) is { } fault) throw fault;
            var before = await db.Maybe<Before>(BeforeSql, new { text.Code }, ct);
            if (before is not null
                && (before.OwnerRegion, before.OwnerOrganizationId, before.Kind, before.Form)
                    != (text.OwnerRegion, text.OwnerOrganizationId, text.Kind, text.Content.Form()))
                throw new BadInput("instrument.code-taken") { Pointer = "/code" };
            var now = time.GetUtcNow();
            var (id, edition) = (Guid.CreateVersion7(now), (before?.Edition ?? 0) + 1);
            await db.Execute(Insert, new
            {
                id, text.Code, edition, Kind = text.Kind.ToString(), text.NameRu, text.NameEn, text.OwnerRegion, text.OwnerOrganizationId,
                Form = text.Content.Form().ToString(), Content = text.Content.Write(), Now = now.UtcDateTime, By = caller.Id,
            }, ct);
            audit.AboutPlatform(new InstrumentDrafted(text.Code, edition), id);
            return new(id, edition, InstrumentStatus.Draft, 1);
        }
    }

    const string BeforeSql = """
        select owner_region, owner_organization_id, kind, form, edition from instrument where code = @Code order by edition desc limit 1
        """;

    const string Insert = """
        insert into instrument (id, code, edition, kind, form, name_ru, name_en, owner_region, owner_organization_id, status, content, created_at,
            created_by)
        values (@id, @Code, @edition, @Kind, @Form, @NameRu, @NameEn, @OwnerRegion, @OwnerOrganizationId, 'Draft', @Content::jsonb, @Now, @By)
        """;
}

/// <summary>How an edition stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record InstrumentState(Guid Id, int Edition, InstrumentStatus Status, int Version);
