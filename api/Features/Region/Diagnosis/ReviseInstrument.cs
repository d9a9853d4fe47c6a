using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Writes a draft of an instrument anew. A published edition never changes; what has to change there is the next edition.</summary>
public static class ReviseInstrument
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapPut("/{instrumentId:guid}", async (Guid instrumentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(instrumentId, body), ct)))
            .Operation(nameof(ReviseInstrument), Permission.InstrumentManage);

    public sealed record Body(int Version, string NameRu, string NameEn, InstrumentContent Content);

    public sealed record Command(Guid Id, Body Text) : ICommand<InstrumentState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text.NameRu).NotEmpty().MaximumLength(200).OverridePropertyName("nameRu");
            RuleFor(c => c.Text.NameEn).NotEmpty().MaximumLength(200).OverridePropertyName("nameEn");
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit) : IRequestHandler<Command, InstrumentState>
    {
        public async Task<InstrumentState> Handle(Command command, CancellationToken ct)
        {
            var text = command.Text;
            var row = await InstrumentRow.Lock(db, caller, command.Id, text.Version, ct);
            if (row.Status != InstrumentStatus.Draft) throw new RuleViolation("instrument.not-now");
            if (text.Content.Form() != row.Form) throw new BadInput("instrument.form") { Pointer = "/content/outside" };
            if (text.Content.Fault(await InstrumentContent.Areas(db, ct)) is { } fault) throw fault;
            await db.ExecuteOne(Save, new { row.Id, text.NameRu, text.NameEn, Content = text.Content.Write() }, ct);
            audit.AboutPlatform(new InstrumentRevised(row.Code), row.Id);
            return new(row.Id, row.Edition, row.Status, row.Version + 1);
        }
    }

    const string Save = """
        update instrument set name_ru = @NameRu, name_en = @NameEn, content = @Content::jsonb, version = version + 1 where id = @Id
        """;
}
