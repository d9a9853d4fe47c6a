using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Two diagnoses of one teacher and kind side by side: then and now, or the own view and an expert's.</summary>
public static class CompareDiagnoses
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapGet("/comparison", async (Guid diagnosisId, Guid with, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(diagnosisId, with), ct)))
            .Operation(nameof(CompareDiagnoses), Permission.DiagnosisRead);

    /// <param name="With">Another one that is done and open to the caller.</param>
    public sealed record Query(Guid Id, Guid With) : IQuery<Result>;

    /// <param name="Earlier">The one that was done first.</param>
    /// <param name="SameEdition">One edition of one instrument made both: the levels mean the same.</param>
    /// <param name="Areas">Of both, in the dictionary's order.</param>
    public sealed record Result(Side Earlier, Side Later, bool SameEdition, IReadOnlyList<Area> Areas);

    /// <param name="InstrumentVersion">The edition of the instrument.</param>
    public sealed record Side(
        Guid Id, DiagnosisAuthor Author, string? ExpertName, string InstrumentNameRu, string InstrumentNameEn, int InstrumentVersion, DateTime DoneAt);

    /// <param name="Code">Of the dictionary `competence-area`.</param>
    /// <param name="Change">The later level less the earlier one; null where one of them has none.</param>
    public sealed record Area(string Code, int? Earlier, int? Later, int? Change);

    sealed record Row
    {
        public Guid Id { get; init; }
        public Guid PersonId { get; init; }
        public DiagnosisKind Kind { get; init; }
        public DiagnosisAuthor Author { get; init; }
        public string? ExpertName { get; init; }
        public Guid InstrumentId { get; init; }
        public required string NameRu { get; init; }
        public required string NameEn { get; init; }
        public int InstrumentVersion { get; init; }
        public DateTime DoneAt { get; init; }

        public Side Side => new(Id, Author, ExpertName, NameRu, NameEn, InstrumentVersion, DoneAt);
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var sides = await db.List<Row>(Sides, query, ct);
            if (sides.All(side => side.Id != query.Id)) throw new NotFound();
            if (sides is not [var earlier, var later] || earlier.PersonId != later.PersonId || earlier.Kind != later.Kind)
                throw new BadInput("diagnosis.other") { Pointer = "/with" };
            return new(earlier.Side, later.Side, earlier.InstrumentId == later.InstrumentId,
                await db.List<Area>(Areas, new { Earlier = earlier.Id, Later = later.Id }, ct));
        }
    }

    const string Sides = """
        select d.id, d.person_id, d.kind, d.author, d.expert_name, d.instrument_id, i.name_ru, i.name_en, d.instrument_version, d.done_at
          from diagnosis d join instrument i on i.id = d.instrument_id
         where d.id in (@Id, @With) and d.status in ('Done', 'Superseded')
         order by d.done_at, d.id
        """;

    const string Areas = """
        select coalesce(e.area_code, l.area_code) code, e.level earlier, l.level later, l.level - e.level change
          from (select area_code, level from diagnosis_area where diagnosis_id = @Earlier) e
          full join (select area_code, level from diagnosis_area where diagnosis_id = @Later) l on l.area_code = e.area_code
          left join dictionary_entry d on d.dictionary = 'competence-area' and d.code = coalesce(e.area_code, l.area_code) and d.valid_to is null
         order by d.position, 1
        """;
}
