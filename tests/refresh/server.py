#!/usr/bin/env python3
"""A web server on loopback that misbehaves on purpose, for tests of refresh.

usage: server.py FOLDER [CHANCE SEED]

Serves the files of FOLDER, with ETag and Last-Modified, answers 304, and prints
its port.  Requests are written to FOLDER/../requests, a line each: path, status
and the conditional headers.  The first part of a path may name a fault:

  /slow/ /endless/ /circle/ /far/ /bomb/ /short/ /reset/ /404/ /500/
  /500-once/ /429/ /429-date/ /503-now/ /private/ /scheme/ /long-header/
  /moved/... redirects to the path behind it; /plain-latin/... lies about the
  charset; /no-etag/... has no validators

With CHANCE each request fails so often (0 to 1), with a fault drawn from SEED.
"""
import email.utils
import gzip
import hashlib
import http.server
import os
import random
import sys
import threading
import time

folder = os.path.realpath(sys.argv[1])
chance = float(sys.argv[2]) if len(sys.argv) > 2 else 0
draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 0)
lock = threading.Lock()
seen = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments):
        pass

    def note(self, status):
        with lock, open(folder + '/../requests', 'a') as log:
            log.write('%s %s %s\n' % (
                self.path, status, self.headers.get('If-None-Match', '-')))

    def answer(self, status, body=b'', **headers):
        self.note(status)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        if 'Content_Length' not in headers:
            self.send_header('Content-Length', str(len(body)))
        self.send_header('Connection', 'close')
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def file(self, path, validators=True, **headers):
        name = os.path.realpath(folder + '/' + path)
        if not name.startswith(folder + '/') or not os.path.isfile(name):
            return self.answer(404, b'there is nothing here')
        with open(name, 'rb') as source:
            body = source.read()
        if validators:
            etag = '"%s"' % hashlib.sha1(body).hexdigest()
            headers['ETag'] = etag
            headers['Last_Modified'] = email.utils.formatdate(
                os.stat(name).st_mtime, usegmt=True)
            if self.headers.get('If-None-Match') == etag:
                return self.answer(304, ETag=etag)
        headers.setdefault('Content_Type', 'application/xml'
            if name.endswith('.xml') else 'text/html; charset=utf-8'
            if name.endswith('.html') else 'text/plain')
        self.answer(200, body, **headers)

    def do_GET(self):
        path = self.path.split('?')[0].lstrip('/')
        fault, _, rest = path.partition('/')
        if chance and path != 'robots.txt':
            with lock:
                if draw.random() < chance:
                    fault, rest = draw.choice(
                        ['500', 'reset', 'short', '503-now'] +
                        ['cut'] * path.endswith('.xml')), path
        method = getattr(self, 'fault_' + fault.replace('-', '_'), None)
        try:
            if method:
                method(rest)
            else:
                self.file(path)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def begin(self, **headers):
        self.note(200)
        self.send_response(200)
        self.send_header('Connection', 'close')
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.end_headers()
        self.close_connection = True

    def fault_slow(self, rest):
        self.begin(Content_Type='application/xml')
        for _ in range(600):
            self.wfile.write(b' ')
            self.wfile.flush()
            time.sleep(.1)

    def fault_endless(self, rest):
        self.begin(Content_Type='application/xml')
        self.wfile.write(b'<rss><channel>')
        while True:
            self.wfile.write(b'<item><title>more</title></item>' * 1000)

    def fault_circle(self, rest):
        self.answer(302, Location='/circle/' + ('b' if rest != 'b' else 'a'))

    def fault_far(self, rest):
        self.answer(302, Location='/far/%d' % (int(rest or 0) + 1))

    def fault_bomb(self, rest):
        body = gzip.compress(b'<rss><channel>' + bytes(20 << 20), 9)
        self.answer(200, body, Content_Encoding='gzip',
            Content_Type='application/xml')

    def fault_short(self, rest):
        self.answer(200, b'<rss><channel><item><title>Half', Content_Length='9999',
            Content_Type='application/xml')

    def fault_cut(self, rest):
        self.answer(200, b'<rss><channel><item><title>Half',
            Content_Type='application/xml')

    def fault_reset(self, rest):
        self.note('reset')
        self.close_connection = True

    def fault_404(self, rest):
        self.answer(404)

    def fault_500(self, rest):
        self.answer(500, b'oops')

    def fault_500_once(self, rest):
        with lock:
            seen[rest] = seen.get(rest, 0) + 1
        if seen[rest] == 1:
            self.answer(500, b'oops')
        else:
            self.file(rest)

    def fault_429(self, rest):
        self.answer(429, Retry_After='3600')

    def fault_429_date(self, rest):
        self.answer(429, Retry_After=email.utils.formatdate(
            time.time() + 3600, usegmt=True))

    def fault_503_now(self, rest):
        self.answer(503, Retry_After='0')

    def fault_private(self, rest):
        self.answer(302, Location='http://10.11.12.13/metadata')

    def fault_scheme(self, rest):
        self.answer(302, Location='file:///etc/passwd')

    def fault_long_header(self, rest):
        self.begin(X_Long='x' * 400000)

    def fault_moved(self, rest):
        self.answer(301, Location='/' + rest)

    def fault_plain_latin(self, rest):
        self.file(rest, Content_Type='application/xml; charset=utf-8')

    def fault_no_etag(self, rest):
        self.file(rest, validators=False)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


server = Server(('127.0.0.1', 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
