"""The monthly report: settings from a file, numbers from the shop, sent to a partner."""

import subprocess

import requests
import yaml
from flask import Blueprint, jsonify, request

monthly = Blueprint("monthly", __name__)


@monthly.route("/monthly/settings", methods=["POST"])
def upload_settings():
    settings = yaml.load(request.data, Loader=yaml.Loader)
    return jsonify(settings)


@monthly.route("/monthly/<int:year>/<int:month>")
def render(year, month):
    result = subprocess.run(["report", "--year", str(year), "--month", str(month)], capture_output=True, check=True)
    return result.stdout


@monthly.route("/monthly/publish", methods=["POST"])
def publish():
    response = requests.post("https://partner.example.com/reports", json=request.get_json(), verify=False, timeout=10)
    return jsonify(status=response.status_code)
