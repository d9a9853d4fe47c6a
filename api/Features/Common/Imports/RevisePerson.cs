using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Changes by hand what is recorded of a member of the staff: name, birth date, contacts.</summary>
public static class RevisePerson
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPut("/", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body), ct)))
            .Operation(nameof(RevisePerson), Permission.RosterImport);

    /// <param name="Version">Of the person that was looked at; another one answers 412.</param>
    /// <param name="FamilyName">At most 100 characters, as the other names.</param>
    public sealed record Body(int Version, string FamilyName, string GivenName, string? Patronymic = null, DateOnly? BirthDate = null,
        string? Email = null, string? Phone = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Body Body) : ICommand<Result>;

    public sealed record Result(int Version);

    sealed record Current(string FamilyName, string GivenName, string? Patronymic, DateOnly? BirthDate, string? Email, string? Phone, int Version) : IVersioned;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.FamilyName).NotEmpty().MaximumLength(100).OverridePropertyName("familyName");
            RuleFor(c => c.Body.GivenName).NotEmpty().MaximumLength(100).OverridePropertyName("givenName");
            RuleFor(c => c.Body.Patronymic).MaximumLength(100).OverridePropertyName("patronymic");
            RuleFor(c => c.Body.Email).MaximumLength(254).Must(mail => mail is null || StaffValues.IsMail(mail))
                .WithMessage(_ => ProblemTexts.Of("import.email", []))
                .OverridePropertyName("email");
            RuleFor(c => c.Body.Phone).MaximumLength(40).OverridePropertyName("phone");
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (body, today) = (Tidy(command.Body), await RegionTime.TodayAt(command.OrganizationId, db, time, ct));
            var place = await StaffEdits.MemberOf(db, caller, command.OrganizationId, command.PersonId, today, ct);
            var current = await db.Lock<Current>(Read, new { command.PersonId }, body.Version, ct);
            if (body.BirthDate != current.BirthDate) await CheckBirth(command, today, ct);

            var (was, becomes) = (Columns(new(0, current.FamilyName, current.GivenName, current.Patronymic, current.BirthDate, current.Email,
                current.Phone)), Columns(body));
            var changed = was.Keys.Where(column => was[column] != becomes[column]).ToList();
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new PersonRevised(changed));
            if (changed.Count == 0) return new(current.Version);
            await db.Execute(Save, new
            {
                command.PersonId, body.FamilyName, body.GivenName, body.Patronymic, body.BirthDate, body.Email, body.Phone, By = caller.Id,
            }, ct);
            await StaffEdits.Keep(db, place, new(StaffEditKind.Details, null, today, changed.ToDictionary(c => c, c => was[c]), changed.ToDictionary(c =>
                c, c => becomes[c])),
                caller, time, ct);
            return new(current.Version + 1);
        }

        /// <summary>What is recorded already is nothing that whoever corrects a phone has to answer for.</summary>
        async Task CheckBirth(Command command, DateOnly today, CancellationToken ct)
        {
            StaffDays.RefuseBirth(command.Body.BirthDate, today);
            var first = await db.List<DateOnly?>("select min(started_on) from employment where person_id = @PersonId", new { command.PersonId }, ct);
            if (first is [{ } began] && !StaffDays.IsHire(command.Body.BirthDate, began)) throw new BadInput("import.hired-young") { Pointer = "/birthDate" };
        }
    }

    /// <summary>As a file's cells are read: no spaces around and no two of them between, nothing for what is empty.</summary>
    static Body Tidy(Body body) => body with
    {
        FamilyName = StaffValues.Spaced(body.FamilyName),
        GivenName = StaffValues.Spaced(body.GivenName),
        Patronymic = Given(body.Patronymic),
        Email = Given(body.Email),
        Phone = Given(body.Phone),
    };

    static string? Given(string? text) => text is null || StaffValues.Spaced(text) is "" ? null : StaffValues.Spaced(text);

    static Dictionary<string, string?> Columns(Body of) => new()
    {
        ["family_name"] = of.FamilyName, ["given_name"] = of.GivenName, ["patronymic"] = of.Patronymic, ["birth_date"] = StaffEdits.Day(of.BirthDate),
        ["email"] = of.Email, ["phone"] = of.Phone,
    };

    const string Read = """
        select family_name, given_name, patronymic, birth_date, email, phone, version from person where id = @PersonId and pseudonymised_at is null for update
        """;

    public const string Save = """
        update person p set family_name = @FamilyName, given_name = @GivenName, patronymic = @Patronymic, birth_date = @BirthDate, email = @Email,
            phone = @Phone,
               version = p.version + 1, updated_at = now(),
               email_by = case when @Email is null then null when lower(@Email) <> lower(coalesce(p.email, '')) then @By else p.email_by end,
               email_former = case when lower(coalesce(@Email, '')) <> lower(p.email) then array_append(array_remove(p.email_former, p.email), p.email)
                                   else p.email_former end
         where p.id = @PersonId
        """;
}
