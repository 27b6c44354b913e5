import csv


def write_contacts(path, contacts):
    with open(path, "w", newline="") as handle:
        writer = csv.writer(handle)
        for contact in contacts:
            # ruleid: python.csv-from-parameter
            writer.writerow([contact["name"], contact["comment"]])


def write_feedback(handle, feedback):
    # ruleid: python.csv-from-parameter
    csv.writer(handle).writerow([feedback.author, feedback.text])


def write_tickets(handle, tickets):
    writer = csv.writer(handle)
    # ruleid: python.csv-from-parameter
    writer.writerows(tickets)


def write_contacts_quoted(path, contacts):
    with open(path, "w", newline="") as handle:
        writer = csv.writer(handle)
        for contact in contacts:
            # ok: python.csv-from-parameter
            writer.writerow([safe(contact["name"]), safe(contact["comment"])])


def safe(value):
    text = str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def write_measures(handle, measures):
    # ok: python.csv-from-parameter
    csv.writer(handle).writerow([measures.day, measures.degrees])


def count_users(handle, users):
    # ok: python.csv-from-parameter
    csv.writer(handle).writerow(["users", len(users)])


def export_signups(response):
    out = csv.writer(response)
    for signup in Signup.objects.all():
        # ruleid: python.csv-from-parameter
        out.writerow([signup.name, signup.company])


def export_days(response):
    out = csv.writer(response)
    for day in Weather.objects.all():
        # ok: python.csv-from-parameter
        out.writerow([day.date, day.degrees])
