using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>The teacher says who reads a diagnosis that is done: all of them at once, so whom the list leaves out reads it no longer.</summary>
public static class ShareDiagnosis
{
    public static void Map(RouteGroupBuilder diagnosis) =>
        diagnosis.MapPut("/readers", async (Guid diagnosisId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(diagnosisId, body.Version, body.PersonIds, body.OrganizationIds), ct)))
            .Operation(nameof(ShareDiagnosis), Permission.DiagnosisOwn);

    /// <param name="PersonIds">At most 20 of `ListDiagnosisHelpers`; who reads it already may stay.</param>
    /// <param name="OrganizationIds">At most 10: at the school its head and curator read then, at a body its people.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> PersonIds, IReadOnlyList<Guid> OrganizationIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> PersonIds, IReadOnlyList<Guid> OrganizationIds) : ICommand<DiagnosisState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.PersonIds).Must(ids => ids.Count <= 20 && ids.Distinct().Count() == ids.Count);
            RuleFor(c => c.OrganizationIds).Must(ids => ids.Count <= 10 && ids.Distinct().Count() == ids.Count);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, DiagnosisState>
    {
        public async Task<DiagnosisState> Handle(Command command, CancellationToken ct)
        {
            var row = await DiagnosisRow.LockOwn(db, caller, command.Id, command.Version, ct);
            if (row.Status is not (DiagnosisStatus.Done or DiagnosisStatus.Superseded)) throw new RuleViolation("diagnosis.share-done");
            var names = row.ReaderIds.Zip(row.ReaderNames).ToDictionary(pair => pair.First, pair => pair.Second);
            foreach (var helper in await DiagnosisHelper.All(row.OrganizationId, db, time, ct)) names.TryAdd(helper.PersonId, helper.Name);
            if (command.PersonIds.Except(names.Keys).Any()) throw new BadInput("diagnosis.reader") { Pointer = "/personIds" };
            var around = (await ListDiagnosisHelpers.Around(row.OrganizationId, db, time, ct)).Select(organization => organization.Id);
            if (command.OrganizationIds.Except(around).Except(row.ReaderOrganizationIds).Any())
                throw new BadInput("diagnosis.reader-organization") { Pointer = "/organizationIds" };
            await db.ExecuteOne(Save, new
            {
                row.RegionCode, row.Id, People = command.PersonIds.ToArray(), Names = command.PersonIds.Select(id => names[id]).ToArray(),
                Organizations = command.OrganizationIds.ToArray(),
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new DiagnosisReadersChanged(), concerned: [.. command.PersonIds.Except(row.ReaderIds)]);
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    // Its levels and evidence follow by their foreign keys.
    const string Save = """
        update diagnosis set reader_ids = @People, reader_names = @Names, reader_organization_ids = @Organizations, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
