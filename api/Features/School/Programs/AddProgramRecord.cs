using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Ties a program to professional development, or to an item of the school's plan of methodical work.</summary>
public static class AddProgramRecord
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/records", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(programId, body), ct);
                return TypedResults.Created($"/api/v1/programs/{programId}/records", added);
            })
            .Operation(nameof(AddProgramRecord), Permission.RoadmapProgress);

    /// <param name="Title">At most 300 characters.</param>
    /// <param name="Provider">Who teaches; of professional development alone, where it is required. At most 300 characters.</param>
    /// <param name="Hours">1 to 2,000; of professional development alone, where it is required.</param>
    /// <param name="DocumentNumber">Of the certificate, once there is one; of professional development alone. At most 100 characters.</param>
    /// <param name="EndsOn">The last day; not before `startsOn`.</param>
    public sealed record Body(
        ProgramRecordKind Kind, string Title, DateOnly StartsOn, DateOnly EndsOn, string? Provider = null, int? Hours = null, string? DocumentNumber = null);

    public sealed record Command(Guid Id, Body Record) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Body>
    {
        public Validator()
        {
            RuleFor(r => r.Title).NotEmpty().MaximumLength(300);
            RuleFor(r => r.EndsOn).GreaterThanOrEqualTo(r => r.StartsOn).WithMessage(_ => ProblemTexts.Of("record.dates", []));
            When(r => r.Kind == ProgramRecordKind.ProfessionalDevelopment, () =>
            {
                RuleFor(r => r.Provider).NotEmpty().MaximumLength(300);
                RuleFor(r => r.Hours).NotNull().InclusiveBetween(1, 2000);
                RuleFor(r => r.DocumentNumber).MaximumLength(100);
            }).Otherwise(() =>
            {
                RuleFor(r => r.Provider).Null().WithMessage(_ => ProblemTexts.Of("record.of-development", []));
                RuleFor(r => r.Hours).Null().WithMessage(_ => ProblemTexts.Of("record.of-development", []));
                RuleFor(r => r.DocumentNumber).Null().WithMessage(_ => ProblemTexts.Of("record.of-development", []));
            });
        }
    }

    public sealed class CommandValidator : AbstractValidator<Command>
    {
        public CommandValidator() => RuleFor(c => c.Record).SetValidator(new Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var (record, now) = (command.Record, time.GetUtcNow());
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, Program = program.Id, Kind = record.Kind.ToString(), record.Title, record.Provider, record.Hours, record.DocumentNumber,
                record.StartsOn, record.EndsOn, By = caller.Id, ByName = caller.Name, Now = now.UtcDateTime,
            }, ct);
            audit.About(program.OrganizationId, program.RegionCode, id, new ProgramRecordAdded(record.Kind), program.Id);
            return new(id);
        }
    }

    const string Insert = """
        insert into program_record (id, program_id, organization_id, region_code, kind, title, provider, hours, document_number, starts_on, ends_on, added_by,
            added_by_name, added_at)
        select @Id, id, organization_id, region_code, @Kind, @Title, @Provider, @Hours, nullif(@DocumentNumber, ''), @StartsOn, @EndsOn, @By, @ByName, @Now
          from program where id = @Program
        """;
}
