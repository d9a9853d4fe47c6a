using System.Globalization;
using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Enters one person by hand. It is a roster of one row, checked, shown and confirmed as any other, so that whoever is known
/// already, here or elsewhere in the country, is not made twice.
/// </summary>
public static class EnterPerson
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/person", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var answer = await mediator.Send(command, ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .Operation(nameof(EnterPerson), Permission.RosterImport);

    /// <param name="FamilyName">At most 100 characters, as the other names.</param>
    /// <param name="Email">By it a person who works elsewhere in the country is known again.</param>
    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    /// <param name="IsMain">The main place of work; it ends the main work elsewhere on that day.</param>
    /// <param name="StartedOn">The first day of the work.</param>
    /// <param name="EndedOn">The first day without it, where it is known.</param>
    /// <param name="Snils">The insurance number, 11 digits: known again by it wherever it was given before. A keyed hash alone is kept.</param>
    /// <param name="IsNew">Nobody in the system is this person, though somebody has the same name and birth date.</param>
    public sealed record Command(
        Guid OrganizationId, string FamilyName, string GivenName, string PositionCode, bool IsMain, DateOnly StartedOn, string? Patronymic = null,
        DateOnly? BirthDate = null, string? Email = null, string? Phone = null, DateOnly? EndedOn = null, bool IsNew = false,
        string? Snils = null) : ICommand<Result>;

    /// <param name="Id">Follow it at `/imports/{importId}`; nothing is written before it is confirmed.</param>
    public sealed record Result(Guid Id);

    /// <summary>By which the person is known from this entry on.</summary>
    public static string SourceId(Guid import) => $"hand-{import}";

    sealed record Employer(string RegionCode, string? SourceId, string? Ogrn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FamilyName).NotEmpty().MaximumLength(100);
            RuleFor(c => c.GivenName).NotEmpty().MaximumLength(100);
            RuleFor(c => c.Patronymic).MaximumLength(100);
            RuleFor(c => c.Email).MaximumLength(254);
            RuleFor(c => c.Phone).MaximumLength(40);
            RuleFor(c => c.PositionCode).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Snils).MaximumLength(20);
        }
    }

    public sealed class Handler(Db db, Caller caller, FileRoom room, SnilsKeys keys, Outbox outbox, Audit audit, TimeProvider time)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            await StaffEdits.RefuseClosed(db, command.OrganizationId, ct);
            Check(command, await RegionTime.TodayAt(command.OrganizationId, db, time, ct));
            var employer = await db.One<Employer>("select region_code, source_id, ogrn from organization where id = @OrganizationId",
                new { command.OrganizationId }, ct);
            await ImportReceipt.RefuseMany(db, ImportKind.Roster, command.OrganizationId, null, ct);
            var snils = string.IsNullOrWhiteSpace(command.Snils) ? null
                : (await keys.Current(ct)).Of(Snils.Read(command.Snils) ?? throw new BadInput("person.snils") { Pointer = "/snils" });

            var id = Guid.CreateVersion7(time.GetUtcNow());
            var file = new ImportFile("by-hand.zip", Sheet(command, employer, id, snils));
            await ImportReceipt.Keep(db, id, ImportKind.Roster, command.OrganizationId, employer.RegionCode, file, caller, time, ct);
            await room.Settle(new(command.OrganizationId, employer.RegionCode, null), file.Content.Length, ct);
            await outbox.Add(new ImportReceived(id), ct);
            audit.About(command.OrganizationId, employer.RegionCode, id, new PersonEntered(file.Hash));
            return new(id);
        }

        static void Check(Command c, DateOnly today)
        {
            StaffDays.RefuseBirth(c.BirthDate, today);
            if (StaffDays.IsAhead(c.StartedOn, today)) throw new BadInput("import.start-ahead") { Pointer = "/startedOn" };
            if (!StaffDays.IsHire(c.BirthDate, c.StartedOn)) throw new BadInput("import.hired-young") { Pointer = "/startedOn" };
            if (c.EndedOn <= c.StartedOn) throw new BadInput("import.dates") { Pointer = "/endedOn" };
        }

        static byte[] Sheet(Command c, Employer employer, Guid id, string? snils)
        {
            var (organization, person) = (employer.SourceId ?? $"hand-{c.OrganizationId}", SourceId(id));
            return RosterSheet.Zip(organization, employer.Ogrn,
                new()
                {
                    ["sourcedId"] = person, ["enabledUser"] = "true", ["username"] = person, ["familyName"] = c.FamilyName, ["givenName"] = c.GivenName,
                    ["middleName"] = c.Patronymic, ["email"] = c.Email, ["phone"] = c.Phone, [RosterFormat.BirthDate] = Day(c.BirthDate),
                    [RosterFormat.IsNew] = c.IsNew ? "true" : null, [RosterFormat.Snils] = snils,
                },
                new()
                {
                    ["sourcedId"] = $"{person}/1", ["userSourcedId"] = person, ["roleType"] = c.IsMain ? "primary" : "secondary", ["role"] = "ext:staff",
                    ["endDate"] = Day(c.EndedOn), ["orgSourcedId"] = organization, [RosterFormat.Position] = c.PositionCode,
                    [RosterFormat.HireDate] = Day(c.StartedOn), [RosterFormat.IsMain] = c.IsMain ? "true" : "false",
                });
        }

        static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
