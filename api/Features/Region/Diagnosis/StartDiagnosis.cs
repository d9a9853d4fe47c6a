using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>A teacher begins to diagnose oneself, or asks an expert for a view, in the context of a school where the teacher works.</summary>
public static class StartDiagnosis
{
    public static void Map(RouteGroupBuilder diagnoses) =>
        diagnoses.MapPost("", async (Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(body.OrganizationId, body.InstrumentId, body.ExpertId), ct);
                return TypedResults.Created($"/api/v1/diagnoses/{made.Id}", made);
            })
            .WithDescription("To ask is to consent: nobody fills in a view of a teacher unasked; the teacher takes the question back by `WithdrawDiagnosis`.")
            .Operation(nameof(StartDiagnosis), Permission.DiagnosisOwn);

    /// <param name="OrganizationId">Where the caller works.</param>
    /// <param name="InstrumentId">A published edition.</param>
    /// <param name="ExpertId">Who is asked, one of `ListDiagnosisHelpers`; the teacher's own view when absent.</param>
    public sealed record Body(Guid OrganizationId, Guid InstrumentId, Guid? ExpertId = null);

    public sealed record Command(Guid OrganizationId, Guid InstrumentId, Guid? ExpertId) : ICommand<DiagnosisState>;

    sealed record Instrument(Guid Id, int Edition, DiagnosisKind Kind);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Grants.Employers.Contains(command.OrganizationId)) throw new BadInput("diagnosis.organization") { Pointer = "/organizationId" };
            var instrument = await db.Maybe<Instrument>(InstrumentSql, command, ct) ?? throw new BadInput("diagnosis.instrument") { Pointer = "/instrumentId" };
            var now = time.GetUtcNow();
            DiagnosisHelper? expert = null;
            if (command.ExpertId is { } asked)
                expert = (await DiagnosisHelper.All(command.OrganizationId, db, time, ct)).FirstOrDefault(helper => helper.PersonId == asked)
                    ?? throw new BadInput("diagnosis.expert") { Pointer = "/expertId" };
            var id = Guid.CreateVersion7(now);
            var region = await Place.RegionOf(command.OrganizationId, db, ct);
            await db.ExecuteOne(Insert, new
            {
                region, id, caller.Person, command.OrganizationId, Kind = instrument.Kind.ToString(),
                Author = (expert is null ? DiagnosisAuthor.Self : DiagnosisAuthor.Expert).ToString(), command.ExpertId, ExpertName = expert?.Name,
                Instrument = instrument.Id, instrument.Edition, Now = now.UtcDateTime,
                Readers = command.ExpertId is { } one ? new[] { one } : [], Names = expert is { } known ? new[] { known.Name } : [],
            }, ct);
            audit.About(command.OrganizationId, region, id, new DiagnosisStarted(), concerned: command.ExpertId is { } told ? [told] : null);
            return new(id, DiagnosisStatus.Draft, 1);
        }
    }

    const string InstrumentSql = """
        select i.id, i.edition, i.kind from instrument i join organization o on o.id = @OrganizationId
         where i.id = @InstrumentId and i.status = 'Published' and i.form = 'Asked' and
        """ + " " + InstrumentReach.At;

    const string Insert = """
        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, expert_id, expert_name, instrument_id, instrument_version, status,
            started_at, reader_ids, reader_names, person_name)
        select @region, @id, @Person, @OrganizationId, @Kind, @Author, @ExpertId, @ExpertName, @Instrument, @Edition, 'Draft', @Now, @Readers, @Names,
               person_name(p)
          from person p where p.id = @Person
        """;
}
