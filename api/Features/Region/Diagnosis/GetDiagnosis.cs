using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>One diagnosis: what is asked, what was answered, the level of each area and what it rests on, and who reads it.</summary>
public static class GetDiagnosis
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapGet("", async (Guid diagnosisId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(diagnosisId), ct)))
            .Operation(nameof(GetDiagnosis), Permission.DiagnosisRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required DiagnosisKind Kind { get; init; }
        public required DiagnosisAuthor Author { get; init; }

        /// <summary>The expert, or the body of an outside result.</summary>
        public required string? ExpertName { get; init; }
        public required DiagnosisStatus Status { get; init; }
        public required string InstrumentNameRu { get; init; }
        public required string InstrumentNameEn { get; init; }

        /// <summary>The edition of the instrument.</summary>
        public required int InstrumentVersion { get; init; }
        public required InstrumentContent Content { get; init; }

        /// <summary>By the item's code. Those of a draft are seen by whoever fills it in alone.</summary>
        public required IReadOnlyDictionary<string, string> Answers { get; init; }

        /// <summary>None before it is done.</summary>
        public required IReadOnlyList<DiagnosisLevel> Areas { get; init; }

        /// <summary>Files beside the areas. Those of a draft are seen by whoever fills it in alone.</summary>
        public required IReadOnlyList<DiagnosisEvidence> Evidence { get; init; }
        public required DateTime StartedAt { get; init; }
        public required DateTime? SavedAt { get; init; }
        public required DateTime? DoneAt { get; init; }

        /// <summary>Who reads it beside the teacher: told to the teacher alone.</summary>
        public required IReadOnlyList<Reader> Readers { get; init; }

        /// <summary>It is about the caller.</summary>
        public required bool Own { get; init; }

        /// <summary>The caller fills it in.</summary>
        public required bool Fills { get; init; }

        /// <summary>What the caller may do with it now.</summary>
        public required IReadOnlyList<DiagnosisStep> Steps { get; init; }

        /// <summary>Others of the same teacher and kind that are done and open to the caller, the latest first; at most 20.</summary>
        public required IReadOnlyList<Other> Others { get; init; }

        /// <summary>To be given with the next change.</summary>
        public required int Version { get; init; }
    }

    /// <param name="Organization">An organization, whose leaders read it, else a person.</param>
    public sealed record Reader(Guid Id, string Name, bool Organization);

    public sealed record Other(Guid Id, DiagnosisAuthor Author, string? ExpertName, DateTime DoneAt);

    sealed record Row
    {
        public Guid Id { get; init; }
        public Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public DiagnosisKind Kind { get; init; }
        public DiagnosisAuthor Author { get; init; }
        public Guid? ExpertId { get; init; }
        public string? ExpertName { get; init; }
        public DiagnosisStatus Status { get; init; }
        public required string NameRu { get; init; }
        public required string NameEn { get; init; }
        public int InstrumentVersion { get; init; }
        public required string Content { get; init; }
        public required string Answers { get; init; }
        public DateTime StartedAt { get; init; }
        public DateTime? SavedAt { get; init; }
        public DateTime? DoneAt { get; init; }
        public required Guid[] ReaderIds { get; init; }
        public required string[] ReaderNames { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (row, areas, places, others, evidence) = await db.Many(Sql, query, async rows =>
                (await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound(), (await rows.ReadAsync<DiagnosisLevel.Row>()).ToList(),
                    (await rows.ReadAsync<Reader>()).ToList(), (await rows.ReadAsync<Other>()).ToList(),
                    (await rows.ReadAsync<DiagnosisEvidence>()).ToList()), ct);
            var me = caller.Scope.Person;
            var (own, fills) = (row.PersonId == me, row.Author != DiagnosisAuthor.Outside && (row.ExpertId ?? row.PersonId) == me);
            var draft = row.Status is DiagnosisStatus.Draft or DiagnosisStatus.Withdrawn;
            return new()
            {
                Id = row.Id, PersonId = row.PersonId, PersonName = row.PersonName, OrganizationId = row.OrganizationId, OrganizationName = row.OrganizationName,
                Kind = row.Kind, Author = row.Author, ExpertName = row.ExpertName, Status = row.Status, InstrumentNameRu = row.NameRu,
                InstrumentNameEn = row.NameEn, InstrumentVersion = row.InstrumentVersion, Content = InstrumentContent.Read(row.Content),
                Answers = draft && !fills ? new Dictionary<string, string>() : DiagnosisAnswers.Read(row.Answers),
                Areas = DiagnosisLevel.Of(areas), Evidence = draft && !fills ? [] : evidence, StartedAt = row.StartedAt, SavedAt = row.SavedAt,
                DoneAt = row.DoneAt,
                Readers = own ? [.. row.ReaderIds.Zip(row.ReaderNames, (id, name) => new Reader(id, name, false)), .. places] : [],
                Own = own, Fills = fills,
                Steps = [.. DiagnosisLife.Steps.From(row.Status)
                    .Where(step => step == DiagnosisStep.Finish ? fills : step == DiagnosisStep.Withdraw && (own || fills))],
                Others = others, Version = row.Version,
            };
        }
    }

    const string Sql = $"""
        select d.id, d.person_id, d.person_name, d.organization_id, o.name_short organization_name, d.kind, d.author, d.expert_id, d.expert_name, d.status,
               i.name_ru, i.name_en, d.instrument_version, i.content::text content, d.answers::text answers, d.started_at, d.saved_at, d.done_at, d.reader_ids,
               d.reader_names, d.version
          from diagnosis d join instrument i on i.id = d.instrument_id join organization o on o.id = d.organization_id
         where d.id = @Id;

        {DiagnosisLevel.Sql};

        select o.id, o.name_short as name, true as organization
          from diagnosis d join organization o on o.id = any(d.reader_organization_ids) where d.id = @Id order by o.name_short, o.id;

        select e.id, e.author, e.expert_name, e.done_at
          from diagnosis d join diagnosis e on e.person_id = d.person_id and e.kind = d.kind and e.id <> d.id and e.status in ('Done', 'Superseded')
         where d.id = @Id order by e.done_at desc, e.id limit 20;

        {DiagnosisEvidence.Sql}
        """;
}
